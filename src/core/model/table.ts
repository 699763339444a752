import type { CsvScan } from '../csv/csv-scan';
import type { ByteRange } from '../csv/field';
import type { ColumnFact, ManifestFact, TableFact } from '../spec/types';
import type { DistinctValues } from './distinct-values';

/** How a file is meant to be read: as the whole truth, or as changes to what was sent before. */
export type TableMode = 'bulk' | 'delta';

/** One CSV file of a roster, scanned. Records count from 0, the header included, and columns too. */
export interface Table {
  /** The file's path inside the roster, as it was found. */
  readonly file: string;
  /**
   * The bytes and where things lie in them, for what concerns more than values of columns. Whoever looks here has to look again
   * after any edit of the file, which the other members spare.
   */
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
  /** The file's bytes, for what stands at places that another member has named. */
  readonly bytes: Uint8Array;
  /** 3 after a byte order mark, else 0. */
  readonly textStart: number;
  /** The number of records, the header and blank ones included. */
  readonly recordCount: number;
  /** The number of records with data, the header and blank ones left out. */
  readonly dataRecords: number;
  /** Whether no record is blank and all have as many fields as the header. */
  readonly isRegular: boolean;
  /** Where a column stands, or -1. The first of two columns of one name counts. */
  columnIndex(name: string): number;
  /** The fact of the column at a place, or undefined for `metadata.*`, unknown and repeated columns. */
  columnFact(index: number): ColumnFact | undefined;
  /**
   * Whether a record has one field for each column, empty ones at its end left aside; others are not checked by column. The
   * header is record 0.
   */
  isIntact(record: number): boolean;
  /** Whether a record is an empty line, or one of nothing but commas. */
  isBlank(record: number): boolean;
  fieldCount(record: number): number;
  /** The bytes of a record without its line end. */
  range(record: number): ByteRange;
  /** Whether a quote is out of place in a field. */
  isMalformed(record: number, column: number): boolean;
  /**
   * Where the empty columns begin that a spreadsheet left at the end of the file, or undefined. They are no columns of the
   * table, and records may lack them. Worked out at the first call.
   */
  trailingFrom(): number | undefined;
  /** The distinct values of a column, worked out at the first call. */
  values(index: number): DistinctValues;
  /** The content of a field without its quotes, as bytes and as text. */
  content(record: number, column: number): ByteRange;
  text(record: number, column: number): string;
  /** 1 for each record that counts: intact, and not marked as deleted or inactive. Worked out at the first call. */
  active(): Uint8Array;
}
