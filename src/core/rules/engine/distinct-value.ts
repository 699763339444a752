import { contentText } from '../../csv/field';
import { notIdCharacters, notPlain } from '../../csv/field-kind';
import { emptyCode, type DistinctValues } from '../../model/distinct-values';

/**
 * A value of a column, whose text is made only if a rule asks for it. One such object goes from value to value, so it is not to
 * be kept.
 */
export class DistinctValue {
  readonly bytes: Uint8Array;
  readonly #values: DistinctValues;
  #code: number;
  #kind: number;
  #text: string | undefined;

  constructor(values: DistinctValues, code: number) {
    this.bytes = values.bytes;
    this.#values = values;
    this.#code = code;
    this.#kind = values.kind(code);
  }

  moveTo(code: number): void {
    this.#code = code;
    this.#kind = this.#values.kind(code);
    this.#text = undefined;
  }

  /** Its code among the column's distinct values. */
  get code(): number {
    return this.#code;
  }

  get start(): number {
    return this.#values.start(this.#code);
  }

  get end(): number {
    return this.#values.end(this.#code);
  }

  get isEmpty(): boolean {
    return this.#code === emptyCode;
  }

  /** Printable ASCII with no blank at either end: most values, which most rules can pass at once. */
  get isPlain(): boolean {
    return (this.#kind & notPlain) === 0;
  }

  /** Nothing but letters A to Z, digits and . - _ / @ */
  get hasIdCharacters(): boolean {
    return (this.#kind & notIdCharacters) === 0;
  }

  /** The value, doubled quotes undone. */
  get text(): string {
    this.#text ??= contentText(this.bytes, this.start, this.end);
    return this.#text;
  }
}
