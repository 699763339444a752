import { fieldCount, fieldText, isBlankRecord, isEmptyFrom } from '../csv/field';
import type { CsvScan } from '../csv/scan-csv';
import type { ColumnFact, ManifestFact, TableFact } from '../spec/types';
import { distinctValues, type DistinctValues } from './distinct-values';
import { widthWithoutTrailing } from './trailing-columns';

export { namedColumns } from './trailing-columns';

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
  /** The number of records with data, blank ones left out. */
  readonly dataRecords: number;
}

/** Makes a table of a scanned file; its columns follow the document's variant that the header has. */
export function createTable(
  file: string,
  scan: CsvScan,
  fact: TableFact | ManifestFact | undefined,
  mode: TableMode,
): Table {
  const header = readHeader(scan);
  const places = new Map<string, number>();
  for (const [index, name] of header.entries()) if (!places.has(name)) places.set(name, index);
  const facts = factsByName(header, fact);
  const values = new Map<number, DistinctValues>();
  const columnFact = (index: number) => {
    const name = header[index] ?? '';
    return places.get(name) === index ? facts.get(name) : undefined;
  };
  const trailingFrom = once(() => widthWithoutTrailing({ scan, header, fact, columnFact }));
  return {
    file,
    scan,
    fact,
    mode,
    header,
    readable: header.length > 0 && otherDelimiter(header) === undefined,
    columnIndex: (name) => places.get(name) ?? -1,
    columnFact,
    trailingFrom,
    isIntact(record) {
      if (isBlankRecord(scan, record)) return false;
      const count = fieldCount(scan, record);
      if (count === header.length) return true;
      const width = trailingFrom();
      return width !== undefined && count >= width && isEmptyFrom(scan, record, width);
    },
    values(index) {
      const known = values.get(index);
      if (known !== undefined) return known;
      const found = distinctValues(scan, index);
      values.set(index, found);
      return found;
    },
    dataRecords: countDataRecords(scan),
  };
}

/** The facts of a table's columns, with those of the document's variant that the header has. */
function factsByName(header: readonly string[], fact: Table['fact']): ReadonlyMap<string, ColumnFact> {
  const facts = new Map<string, ColumnFact>();
  for (const column of fact?.columns ?? []) facts.set(column.name, column);
  for (const variant of fact?.variants ?? []) {
    if (!isVariantHeader(header, variant.columns)) continue;
    for (const column of variant.additional) facts.set(column.name, column);
  }
  return facts;
}

/** The delimiter other than a comma that splits this header, or undefined. */
export function otherDelimiter(header: readonly string[]): ';' | '\t' | '|' | undefined {
  const only = header[0];
  if (header.length !== 1 || only === undefined) return undefined;
  return ([';', '\t', '|'] as const).find((delimiter) => only.includes(delimiter));
}

/** The column names of a file; none where it is empty or begins with a blank line. */
export function readHeader(scan: CsvScan): readonly string[] {
  if (scan.recordCount === 0 || isBlankRecord(scan, 0)) return [];
  return Array.from({ length: fieldCount(scan, 0) }, (_, column) => fieldText(scan, 0, column));
}

function isVariantHeader(header: readonly string[], columns: readonly string[]): boolean {
  const names = new Set(header);
  return columns.every((column) => names.has(column));
}

function countDataRecords(scan: CsvScan): number {
  let count = 0;
  for (let record = 1; record < scan.recordCount; record++) if (!isBlankRecord(scan, record)) count++;
  return count;
}

/** Works something out at the first call, and remembers it. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
