import type { CsvScan } from '../csv/csv-scan';
import { hashOfBytes, isEmpty, kindOfBytes } from '../csv/field-kind';
import type { FilledTable } from '../csv/kernel';
import { hashAt, lengthAt, missing, recordAt, runSize, startAt, type RecordBatch } from '../csv/runs';
import { emptyCode, noField, type DistinctValues } from './distinct-values';
import { fieldOf, type RecordEdit } from './record-edit';
import { findRunStarts } from './run-starts';
import { ValueTable } from './value-table';

/** From so many records on it pays to call for them to be filled. */
const longRun = 64;

/**
 * Collects the distinct values of a column, record by record. It is filled while the file is scanned, from the hashes that the
 * scanner has made.
 */
export class ValueIndex extends ValueTable implements DistinctValues {
  readonly #column: number;
  #codes: Uint32Array;
  #view: Uint32Array | undefined;
  #runStarts: Uint32Array | undefined;
  #count = 1;
  #revision = 0;
  /** The revision at which a code got its value; empty before the first edit. */
  #changedAt = new Uint32Array(0);

  /** `records` is how many records there will be, more or less; how many there are, where they are in a table already. */
  constructor(bytes: Uint8Array, column: number, records: number, filled?: FilledTable) {
    super(bytes, records, filled);
    this.#column = column;
    this.#codes = filled?.codes ?? new Uint32Array(Math.max(records, 1));
    if (filled === undefined) this.#codes[0] = noField;
    else this.#count = records;
  }

  get codes(): Uint32Array {
    // It is asked for again and again while nothing changes.
    this.#view ??= this.#codes.subarray(0, this.#count);
    return this.#view;
  }

  runStarts(): Uint32Array {
    this.#runStarts ??= findRunStarts(this.codes);
    return this.#runStarts;
  }

  /** Takes in the next records of the file. */
  add({ firstRecord, count, runs, columnSize, runCounts }: RecordBatch): void {
    const first = this.#column * columnSize;
    const end = first + (runCounts[this.#column] ?? 0) * runSize;
    this.#makeRoom(firstRecord + count);
    for (let run = first; run < end; run += runSize) {
      const record = firstRecord + ((runs[run + recordAt] ?? 0) >>> 8);
      const next = run + runSize === end ? count : (runs[run + runSize + recordAt] ?? 0) >>> 8;
      this.#fill(this.#codeOfRun(runs, run, record), record, firstRecord + next);
    }
    this.#setCount(firstRecord + count);
  }

  /** Takes in the next record of the file, which has no such field. */
  addNothing(record: number): void {
    this.#addCode(record, noField);
  }

  /** Takes in the next record of the file, whose field has its content at these bytes. */
  addField(record: number, start: number, end: number): void {
    this.#addCode(record, this.#codeOf(record, start, end));
  }

  /** Takes over an edit of the file's records. Returns whether any record has another value now, or there are more or fewer. */
  edit(edit: RecordEdit): boolean {
    const { scan, first, removed, inserted } = edit;
    this.setBytes(scan.bytes);
    const old = this.codes.slice(first, first + removed);
    this.#replaceCodes(first, removed, inserted);
    const homeless = this.#moveHomes(edit);
    const codes = this.#codes;
    const changed: number[] = [];
    for (let index = 0; index < inserted; index++) {
      const record = first + index;
      if (edit.isSame(index, this.#column)) {
        const code = old[index] ?? noField;
        codes[record] = code;
        const field = fieldOf(scan, record, this.#column);
        if (field !== undefined && homeless.delete(code)) this.setHome(code, record, field.start);
      } else changed.push(record);
    }
    if (changed.length > 0 || removed !== inserted) {
      for (const record of changed) codes[record] = noField;
      this.#findHomes(homeless, scan, first + inserted);
      for (const code of homeless) this.release(code);
      for (const record of changed) codes[record] = this.#codeOfField(scan, record);
      this.#closeGaps();
      this.#revision++;
    }
    return changed.length > 0 || removed !== inserted;
  }

  /** Rises with each edit that changes values. */
  get revision(): number {
    return this.#revision;
  }

  /** Whether a code stood for another value, or for none, at an earlier revision. */
  hasChangedSince(code: number, revision: number): boolean {
    return (this.#changedAt[code] ?? 0) > revision;
  }

  #replaceCodes(first: number, removed: number, inserted: number): void {
    const count = this.#count - removed + inserted;
    const old = this.#codes;
    if (count > old.length) {
      this.#codes = new Uint32Array(count + (count >> 3) + 64);
      this.#codes.set(old.subarray(0, first));
    }
    if (this.#codes !== old || removed !== inserted) {
      this.#codes.set(old.subarray(first + removed, this.#count), first + inserted);
    }
    this.#setCount(count);
  }

  #setCount(count: number): void {
    this.#count = count;
    this.#view = undefined;
    this.#runStarts = undefined;
  }

  /** Moves the places of values that stand behind the edit; returns the codes of those that stood first within it. */
  #moveHomes({ first, removed, inserted, shift }: RecordEdit): Set<number> {
    const homeless = new Set<number>();
    const more = inserted - removed;
    for (let code = emptyCode + 1; code < this.size; code++) {
      const record = this.firstRecord(code);
      if (record >= first + removed) this.setHome(code, record + more, this.start(code) + shift);
      else if (record >= first) homeless.add(code);
    }
    return homeless;
  }

  /** Finds for values without a place the next record that has them, behind the edit. */
  #findHomes(homeless: Set<number>, scan: CsvScan, from: number): void {
    const codes = this.codes;
    for (let record = from; record < codes.length && homeless.size > 0; record++) {
      const code = codes[record] ?? noField;
      if (homeless.delete(code)) this.setHome(code, record, fieldOf(scan, record, this.#column)?.start ?? 0);
    }
  }

  #codeOfField(scan: CsvScan, record: number): number {
    const field = fieldOf(scan, record, this.#column);
    if (field === undefined) return noField;
    const { start, end } = field;
    const size = this.size;
    const code = this.#codeOf(record, start, end);
    if (code === emptyCode) return code;
    if (code >= size || this.firstRecord(code) === record) this.#noteChange(code);
    else if (this.firstRecord(code) > record) this.setHome(code, record, start);
    return code;
  }

  #closeGaps(): void {
    const moved = this.closeGaps();
    if (moved.size === 0) return;
    const codes = this.codes;
    for (let record = 1; record < codes.length; record++) {
      const code = moved.get(codes[record] ?? noField);
      if (code !== undefined) codes[record] = code;
    }
    for (const code of moved.values()) this.#noteChange(code);
  }

  #noteChange(code: number): void {
    if (code >= this.#changedAt.length) {
      const wider = new Uint32Array(Math.max(this.size, code + 1) * 2);
      wider.set(this.#changedAt);
      this.#changedAt = wider;
    }
    this.#changedAt[code] = this.#revision + 1;
  }

  /** Gives back the room that was kept for more records, where that is much. */
  finish(): void {
    if (this.#count * 1.25 < this.#codes.length) {
      this.#codes = this.#codes.slice(0, this.#count);
      this.#view = undefined;
    }
  }

  #codeOfRun(runs: Uint32Array, run: number, record: number): number {
    const length = runs[run + lengthAt] ?? 0;
    if (length === missing) return noField;
    if (length > 0) {
      const kind = (runs[run + recordAt] ?? 0) & 0xff;
      return this.intern((runs[run + hashAt] ?? 0) | 0, runs[run + startAt] ?? 0, length, record, kind);
    }
    this.kinds |= isEmpty;
    return emptyCode;
  }

  #fill(code: number, start: number, end: number): void {
    const codes = this.#codes;
    // There are zeroes already; and a column of empty fields takes no memory where nothing is written to it.
    if (code === emptyCode) return;
    if (end - start > longRun) codes.fill(code, start, end);
    else for (let record = start; record < end; record++) codes[record] = code;
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
    this.#setCount(record + 1);
  }

  #makeRoom(records: number): void {
    if (records <= this.#codes.length) return;
    const codes = new Uint32Array(Math.max(records, Math.ceil(this.#codes.length * 1.25)));
    codes.set(this.#codes.subarray(0, this.#count));
    this.#codes = codes;
  }
}
