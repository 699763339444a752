// A roster while it is being made up and broken: one sheet per file, one cell per field.
import type { TableMode } from '../../src/core/model/table';
import type { ManifestFact, TableFact } from '../../src/core/spec/types';

/** Text is quoted as the dialect wants it. Bytes are written as they are, so that a cell can be malformed. */
export type Cell = string | Uint8Array;

export interface Sheet {
  file: string;
  readonly fact: TableFact | ManifestFact;
  readonly mode: TableMode;
  /** The header is the first. */
  readonly records: Cell[][];
  /** What the file has another way than the dialect. */
  readonly oddities: Oddities;
}

export interface Oddities {
  delimiter?: string;
  lineEnd?: string;
  /** The line end of one record. */
  lineEndOf?: { readonly record: number; readonly lineEnd: string };
  byteOrderMark?: boolean;
  /** Other bytes than those that were written. */
  reencode?: (bytes: Uint8Array) => Uint8Array;
  /** The file is there and cannot be read. */
  failure?: string;
}

/** The text of a cell; empty for one past the record's end and for one that is not text. */
export function textOf(sheet: Sheet, record: number, column: number): string {
  const cell = sheet.records[record]?.[column];
  return typeof cell === 'string' ? cell : '';
}

/** The column of the first of the names that the sheet's table has. */
export function columnNamed(sheet: Sheet, ...names: readonly string[]): number {
  const column = sheet.fact.columns.findIndex(({ name }) => names.includes(name));
  if (column < 0) throw new Error(`${sheet.file} has no column ${names.join(' or ')}`);
  return column;
}
