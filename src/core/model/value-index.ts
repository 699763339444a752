import type { RecordBatch } from '../csv/csv-scan';
import { hashOfBytes, isEmpty, isQuoted, kindOfBytes, sameAsAbove } from '../csv/field-kind';
import { emptyCode, noField, type DistinctValues } from './distinct-values';
import { ValueTable } from './value-table';

/** From so many slots on they are in no fast cache, so that it pays to ask for many of them at once. */
const manySlots = 1 << 14;

/**
 * Collects the distinct values of a column, record by record. It is filled while the file is scanned, from the hashes that the
 * scanner has made.
 */
export class ValueIndex extends ValueTable implements DistinctValues {
  readonly #column: number;
  #codes: Uint32Array;
  #count = 1;

  /** `records` is how many records there will be, more or less. */
  constructor(bytes: Uint8Array, column: number, records: number) {
    super(bytes, records);
    this.#column = column;
    this.#codes = new Uint32Array(Math.max(records, 1));
    this.#codes[0] = noField;
  }

  get codes(): Uint32Array {
    return this.#count === this.#codes.length ? this.#codes : this.#codes.subarray(0, this.#count);
  }

  /** Takes in the next records of the file. A million pass here one by one. */
  add(batch: RecordBatch): void {
    const { count, firstRecord, firstFields, counts, kinds, hashes, ends, starts } = batch;
    const column = this.#column;
    this.#makeRoom(firstRecord + count);
    if (this.slotCount >= manySlots) this.lookAhead(hashes, firstFields, column, count);
    const codes = this.#codes;
    let above = emptyCode;
    let seen = 0;
    for (let index = 0, record = firstRecord; index < count; index++, record++) {
      const first = firstFields[index] ?? 0;
      if (first < 0 || column >= (counts[index] ?? 0)) {
        codes[record] = noField;
        continue;
      }
      const field = first + column;
      const kind = kinds[field] ?? 0;
      if ((kind & isEmpty) !== 0) {
        codes[record] = emptyCode;
        seen |= isEmpty;
        continue;
      }
      if ((kind & sameAsAbove) === 0) {
        const quotes = (kind & isQuoted) === 0 ? 0 : 1;
        const start = (column === 0 ? (starts[index] ?? 0) : (ends[field - 1] ?? 0) + 1) + quotes;
        const length = (ends[field] ?? 0) - quotes - start;
        above = this.intern(hashes[field] ?? 0, start, length, record, kind & ~isQuoted);
      }
      codes[record] = above;
    }
    this.kinds |= seen;
    this.#count = firstRecord + count;
  }

  /** Takes in the next record of the file, which has no such field. */
  addNothing(record: number): void {
    this.#addCode(record, noField);
  }

  /** Takes in the next record of the file, whose field has its content at these bytes. */
  addField(record: number, start: number, end: number): void {
    this.#addCode(record, this.#codeOf(record, start, end));
  }

  /** Gives back the room that was kept for more records, where that is much. */
  finish(): void {
    if (this.#count * 1.25 < this.#codes.length) this.#codes = this.#codes.slice(0, this.#count);
  }

  #codeOf(record: number, start: number, end: number): number {
    if (start === end) {
      this.kinds |= isEmpty;
      return emptyCode;
    }
    const hash = hashOfBytes(this.bytes, start, end);
    return this.intern(hash, start, end - start, record, kindOfBytes(this.bytes, start, end));
  }

  #addCode(record: number, code: number): void {
    this.#makeRoom(record + 1);
    this.#codes[record] = code;
    this.#count = record + 1;
  }

  #makeRoom(records: number): void {
    if (records <= this.#codes.length) return;
    const codes = new Uint32Array(Math.max(records, Math.ceil(this.#codes.length * 1.25)));
    codes.set(this.#codes.subarray(0, this.#count));
    this.#codes = codes;
  }
}
