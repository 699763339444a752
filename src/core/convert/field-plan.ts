import { csvField } from '../edits/write-field';
import { noField } from '../model/distinct-values';
import type { Table } from '../model/table';
import type { ColumnFact } from '../spec/types';
import { encodeUtf8 } from '../text/utf8';

/** Where the fields of one column of a converted table come from. What is not set otherwise is copied as it stands. */
export class FieldPlan {
  readonly name: string;
  /** The column of the old table, or -1 where it has none. */
  readonly column: number;
  /** The fact of the new column; undefined for one that no version names. */
  readonly fact: ColumnFact | undefined;
  readonly #codes: Uint32Array | undefined;
  readonly #isQuoted: boolean;
  readonly #byCode = new Map<number, Uint8Array>();
  readonly #byRecord = new Map<number, Uint8Array>();
  readonly #encoded = new Map<string, Uint8Array>();

  /** @param isQuoted whether new values are to stand in quotes, as those of the file do */
  constructor(name: string, table: Table, column: number, fact: ColumnFact | undefined, isQuoted: boolean) {
    this.name = name;
    this.column = column;
    this.fact = fact;
    this.#codes = column < 0 ? undefined : table.values(column).codes;
    this.#isQuoted = isQuoted;
  }

  /** Whether all fields are copied. */
  get isCopy(): boolean {
    return this.column >= 0 && this.#byCode.size + this.#byRecord.size === 0;
  }

  /** Gives all records that have a value another one. */
  setValue(code: number, text: string): void {
    this.#byCode.set(code, this.#encode(text));
  }

  /** Gives one record a value. */
  setRecord(record: number, text: string): void {
    this.#byRecord.set(record, this.#encode(text));
  }

  /** What stands in a record's field, as it is to be written; undefined where it is copied. */
  at(record: number): Uint8Array | undefined {
    const own = this.#byRecord.size === 0 ? undefined : this.#byRecord.get(record);
    if (own !== undefined || this.#codes === undefined) return own ?? empty;
    if (this.#byCode.size === 0) return undefined;
    return this.#byCode.get(this.#codes[record] ?? noField);
  }

  #encode(text: string): Uint8Array {
    const known = this.#encoded.get(text) ?? encodeUtf8(csvField(text, this.#isQuoted && text !== ''));
    this.#encoded.set(text, known);
    return known;
  }
}

const empty = new Uint8Array();
