import { quote } from './bytes';
import { hashOfBytes, kindOfBytes } from './field-kind';
import { hashAt, lengthAt, missing, mostColumns, recordAt, runSize, startAt, type RecordBatch } from './runs';

/** Describes a record that was read without the kernel, as a batch of one. */
export class OneRecord {
  readonly #bytes: Uint8Array;
  readonly #runs: Uint32Array;
  readonly #columnSize: number;
  readonly #runCounts: Uint32Array;

  /** With a kernel the description is put where that puts its own. */
  constructor(bytes: Uint8Array, kernel?: Pick<RecordBatch, 'runs' | 'columnSize' | 'runCounts'>) {
    this.#bytes = bytes;
    this.#columnSize = kernel?.columnSize ?? runSize;
    this.#runs = kernel?.runs ?? new Uint32Array(mostColumns * runSize);
    this.#runCounts = kernel?.runCounts ?? new Uint32Array(mostColumns);
  }

  batchOf(
    record: number,
    start: number,
    ends: Uint32Array,
    firstField: number,
    malformedFields: ReadonlySet<number>,
    width: number,
  ): RecordBatch {
    const isBlank = (ends.at(-1) ?? 0) - start === ends.length - 1;
    for (let column = 0, from = start; column < width; column++) {
      const end = ends[column];
      const run = column * this.#columnSize;
      if (end === undefined || isBlank) {
        this.#runs[run + lengthAt] = missing;
        this.#runs[run + recordAt] = 0;
      } else this.#describe(run, from, end, malformedFields.has(firstField + column));
      from = (end ?? 0) + 1;
    }
    const [runs, columnSize, runCounts] = [this.#runs, this.#columnSize, this.#runCounts.fill(1)];
    return { firstRecord: record, count: 1, runs, columnSize, runCounts };
  }

  #describe(run: number, start: number, end: number, isMalformed: boolean): void {
    const bytes = this.#bytes;
    const quoted = !isMalformed && end - start >= 2 && bytes[start] === quote;
    const [from, to] = quoted ? [start + 1, end - 1] : [start, end];
    this.#runs[run + hashAt] = hashOfBytes(bytes, from, to);
    this.#runs[run + startAt] = from;
    this.#runs[run + lengthAt] = to - from;
    this.#runs[run + recordAt] = kindOfBytes(bytes, from, to);
  }
}
