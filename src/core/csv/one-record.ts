import { quote } from './bytes';
import { hashOfBytes, kindOfBytes } from './field-kind';
import { hashAt, lengthAt, missing, mostColumns, recordAt, runSize, startAt, type RecordBatch } from './runs';

/** Describes a record that was read without the kernel, as a batch of one. */
export class OneRecord {
  readonly #bytes: Uint8Array;
  readonly #runs = new Uint32Array(mostColumns * runSize);
  readonly #runCounts = new Uint32Array(mostColumns).fill(1);

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
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
      if (end === undefined || isBlank) this.#runs[column * runSize + lengthAt] = missing;
      else this.#describe(column * runSize, from, end, malformedFields.has(firstField + column));
      from = (end ?? 0) + 1;
    }
    const [runs, runCounts] = [this.#runs, this.#runCounts];
    return { firstRecord: record, count: 1, runs, columnSize: runSize, runCounts };
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
