import type { Roster } from '../model/roster';
import type { Table } from '../model/table';

/** Something of the earlier roster and of the later one. */
export interface Both<T> {
  readonly before: T;
  readonly after: T;
}

/** One of the two rosters. */
export type Side = keyof Both<unknown>;

/** What one roster has of a table. */
export interface TableSide {
  /** Undefined where the file is not there or not readable by column. */
  readonly table: Table | undefined;
  /** Whether there is a file, readable or not. */
  readonly isThere: boolean;
  /** The column that tells the records apart; -1 where there is none. */
  readonly key: number;
  /** How many records have a key of their own. */
  readonly records: number;
  /** How many records were left aside: those without a key, those that repeat one, and those with a wrong number of fields. */
  readonly leftAside: number;
  /** Why the file's records cannot be compared, as a sentence. */
  readonly failure: string | undefined;
}

/** A column that only one of the two files has. */
export interface ColumnChange {
  readonly name: string;
  readonly change: 'added' | 'removed';
  /** How many records have a value in it, where it is there. */
  readonly filled: number;
}

/** How many records have another value in a column that both files have. */
export interface FieldCount {
  readonly name: string;
  readonly changed: number;
}

/** Pairs of records, by their numbers: those of one index belong together. */
export type RecordPairs = Both<Uint32Array>;

/** One person under two ids. */
export interface Renamed extends Both<number> {
  /** What the two records have in common: names of columns, or words. */
  readonly by: readonly string[];
}

/**
 * What has become of a file's records, by their keys. Values are compared as values: quotes, line ends, the order of records and
 * of columns do not count. Record numbers count from 0, the header included, and are in the order of their file.
 */
export interface TableComparison {
  /** The file's name as the specification writes it, or as it was found. */
  readonly file: string;
  /** What one record is, in a word: `person`. */
  readonly recordName: string;
  /** Whether the specification of one of the rosters names the file. */
  readonly isSpecified: boolean;
  readonly sides: Both<TableSide>;
  /** Why nothing could be compared by record, as a sentence; the counts are empty then. */
  readonly failure: string | undefined;
  /** Whether the two files are the same, byte for byte; looked at only where not all records could be compared. */
  readonly isIdentical: boolean | undefined;
  readonly columns: readonly ColumnChange[];
  /** The columns that both files have, without the keys, in the order of the later file. */
  readonly shared: readonly string[];
  /** How many of the matched records have another value, by column; only columns with changes. */
  readonly fields: readonly FieldCount[];
  /** Records of the later file. */
  readonly added: Uint32Array;
  /** Records of the earlier file. */
  readonly removed: Uint32Array;
  /** All records with one key, changed or not. */
  readonly matched: RecordPairs;
  /** Those of them that have another value somewhere. */
  readonly changed: RecordPairs;
  /** People under a new id; they are not among those added and removed. */
  readonly renamed: readonly Renamed[];
  /** Whether a field has another value: by the column's name, for records that are matched or renamed. */
  readonly isSame: (column: string, before: number, after: number) => boolean;
}

/** Two rosters, compared. */
export interface Comparison {
  readonly rosters: Both<Roster>;
  /** In the order of the specification, files that it does not know at the end. */
  readonly tables: readonly TableComparison[];
}
