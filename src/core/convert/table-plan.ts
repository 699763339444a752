import { quote } from '../csv/bytes';
import type { Table } from '../model/table';
import type { TableFact } from '../spec/types';
import type { Steps } from '../steps';
import type { FieldPlan } from './field-plan';
import type { NoteCollector, Remark, RemarkCount } from './notes';

/** How one table is converted. */
export class TablePlan {
  readonly table: Table;
  /** The table as the new version has it. */
  readonly fact: TableFact;
  readonly fields: FieldPlan[] = [];
  /** 1 for each record that is not carried over; the header is never one. */
  readonly leftOut: Uint8Array;
  readonly isQuoted: boolean;
  hasLeftOut = false;
  readonly #notes: NoteCollector;
  readonly #later: (() => void)[] = [];
  readonly #counts = new Map<Omit<Remark, 'file'>, RemarkCount>();

  constructor(table: Table, fact: TableFact, notes: NoteCollector) {
    this.table = table;
    this.fact = fact;
    this.leftOut = new Uint8Array(table.recordCount);
    this.isQuoted = table.bytes[table.textStart] === quote;
    this.#notes = notes;
  }

  /** Whether a record is carried over, as far as is known by now. */
  isKept(record: number): boolean {
    return this.leftOut[record] === 0;
  }

  leaveOut(record: number, remark: Omit<Remark, 'file'>): void {
    if (this.leftOut[record] === 1) return;
    this.leftOut[record] = 1;
    this.hasLeftOut = true;
    this.remark(remark, record);
  }

  /** Notes something; of the same remark object, made on many records, only the first is looked at. */
  remark(remark: Omit<Remark, 'file'>, record?: number): void {
    const known = this.#counts.get(remark) ?? this.#notes.counter({ ...remark, file: this.table.file });
    this.#counts.set(remark, known);
    known.add(record);
  }

  /** Puts off what looks at the records that are kept until it is settled which these are. */
  later(work: () => void): void {
    this.#later.push(work);
  }

  *doLater(): Steps<void> {
    for (const work of this.#later) {
      work();
      yield;
    }
  }

  field(name: string): FieldPlan | undefined {
    return this.fields.find((field) => field.name === name && field.fact !== undefined);
  }

  /** Whether the new file has just the bytes of the old one. */
  get isUnchanged(): boolean {
    const { header } = this.table;
    return (
      !this.hasLeftOut &&
      this.fields.length === header.length &&
      this.fields.every(
        ({ name, column, isCopy }, index) => isCopy && column === index && name === header[index],
      )
    );
  }
}
