import type { CsvScan } from '../csv/csv-scan';
import type { ColumnFact, ManifestFact, TableFact } from '../spec/types';
import type { DistinctValues } from './distinct-values';

/** How a file is meant to be read: as the whole truth, or as changes to what was sent before. */
export type TableMode = 'bulk' | 'delta';

/** One CSV file of a roster, scanned. */
export interface Table {
  /** The file's path inside the roster, as it was found. */
  readonly file: string;
  readonly scan: CsvScan;
  /** The facts of the table, or undefined for a file that the specification does not name. */
  readonly fact: TableFact | ManifestFact | undefined;
  readonly mode: TableMode;
  readonly header: readonly string[];
  /**
   * Whether records can be read by column. It is false without a header and where another delimiter was used: one
   * problem says so, and rules about headers, values and references stay silent.
   */
  readonly readable: boolean;
  /** Where a column stands, or -1. The first of two columns of one name counts. */
  columnIndex(name: string): number;
  /** The fact of the column at a place, or undefined for `metadata.*`, unknown and repeated columns. */
  columnFact(index: number): ColumnFact | undefined;
  /**
   * Whether a record has one field for each column, empty ones at its end left aside; others are not checked by column. The
   * header is record 0.
   */
  isIntact(record: number): boolean;
  /**
   * Where the empty columns begin that a spreadsheet left at the end of the file, or undefined. They are no columns of the
   * table, and records may lack them. Worked out at the first call.
   */
  trailingFrom(): number | undefined;
  /** The distinct values of a column, worked out at the first call. */
  values(index: number): DistinctValues;
  /** 1 for each record that counts: intact, and not marked as deleted or inactive. Worked out at the first call. */
  active(): Uint8Array;
  /** The number of records with data, blank ones left out. */
  readonly dataRecords: number;
}
