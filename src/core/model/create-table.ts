import { fieldCount, isBlankRecord, isEmptyFrom } from '../csv/field';
import type { CsvScan } from '../csv/csv-scan';
import type { ColumnFact, ManifestFact, TableFact } from '../spec/types';
import { activeRecords } from './active-records';
import type { DistinctValues } from './distinct-values';
import { otherDelimiter, readHeader } from './header';
import { indexColumn, type IndexedCsv } from './index-csv';
import type { Table, TableMode } from './table';
import { looksLikeRecord, widthWithoutTrailing } from './trailing-columns';

/** Makes a table of a scanned file; its columns follow the document's variant that the header has. */
export function createTable(
  file: string,
  { scan, columns }: IndexedCsv,
  fact: TableFact | ManifestFact | undefined,
  mode: TableMode,
): Table {
  const header = readHeader(scan);
  const places = isFirstRecord(header, fact) ? new Map<string, number>() : placesByName(header);
  const facts = factsByName(header, fact);
  const values = new Map<number, DistinctValues>(columns.entries());
  const columnFact = (index: number) => {
    const name = header[index] ?? '';
    return places.get(name) === index ? facts.get(name) : undefined;
  };
  const trailingFrom = once(() => widthWithoutTrailing({ scan, header, fact, columnFact }));
  const table: Table = {
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
      if (scan.oddRecords === 0) return record < scan.recordCount;
      if (isBlankRecord(scan, record)) return false;
      const count = fieldCount(scan, record);
      if (count === header.length) return true;
      const width = trailingFrom();
      return width !== undefined && count >= width && isEmptyFrom(scan, record, width);
    },
    values(index) {
      const known = values.get(index);
      if (known !== undefined) return known;
      const found = indexColumn(scan, index);
      values.set(index, found);
      return found;
    },
    active: once(() => activeRecords(table)),
    dataRecords: countDataRecords(scan),
  };
  return table;
}

/** Where each name stands first. */
function placesByName(header: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const [index, name] of header.entries()) if (!places.has(name)) places.set(name, index);
  return places;
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

/** Whether the one name in a header is none: a value may happen to be one, as `schoolYear` is a type and a column of sessions. */
function isFirstRecord(header: readonly string[], fact: Table['fact']): boolean {
  const known = header.filter((name) => fact?.columns.some((column) => column.name === name));
  return known.length === 1 && looksLikeRecord(header);
}

function isVariantHeader(header: readonly string[], columns: readonly string[]): boolean {
  const names = new Set(header);
  return columns.every((column) => names.has(column));
}

function countDataRecords(scan: CsvScan): number {
  if (scan.oddRecords === 0) return Math.max(scan.recordCount - 1, 0);
  let count = 0;
  for (let record = 1; record < scan.recordCount; record++) if (!isBlankRecord(scan, record)) count++;
  return count;
}

/** Works something out at the first call, and remembers it. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
