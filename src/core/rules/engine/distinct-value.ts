import { contentText } from '../../csv/field';
import { emptyCode, type DistinctValues } from '../../model/distinct-values';

/** One value of a column, whose text is made only if a rule asks for it. */
export class DistinctValue {
  readonly bytes: Uint8Array;
  /** Its code among the column's distinct values. */
  readonly code: number;
  readonly start: number;
  readonly end: number;
  readonly isEmpty: boolean;
  /** Printable ASCII with no blank at either end: most values, which most rules can pass at once. */
  readonly isPlain: boolean;
  #text: string | undefined;

  constructor(bytes: Uint8Array, values: DistinctValues, code: number) {
    this.bytes = bytes;
    this.code = code;
    this.start = values.starts[code] ?? 0;
    this.end = values.ends[code] ?? 0;
    this.isEmpty = code === emptyCode;
    this.isPlain = isPlain(bytes, this.start, this.end);
  }

  /** The value, doubled quotes undone. */
  get text(): string {
    this.#text ??= contentText(this.bytes, this.start, this.end);
    return this.#text;
  }
}

function isPlain(bytes: Uint8Array, start: number, end: number): boolean {
  if (start === end) return true;
  if (bytes[start] === 0x20 || bytes[end - 1] === 0x20) return false;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x20 || byte > 0x7e) return false;
  }
  return true;
}
