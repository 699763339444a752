import { fieldCount, isBlankRecord, isEmptyFrom } from '../csv/field';
import type { CsvScan } from '../csv/csv-scan';
import { guessSplitColumn, type TableHeader } from './guess-split-column';

/** How many records have to be looked at before their empty ends are believed. */
const samples = 5;

/**
 * The number of columns without the empty ones that a spreadsheet left at the end, or undefined where it left none. It left
 * some if most records (it drops them now and then) have empty fields after the last named column, or if the header has
 * nameless columns there that most records have nothing in. Records that an unquoted comma has moved to the right may end the
 * same way, so that a few are looked at.
 */
export function widthWithoutTrailing(table: TableHeader, scan: CsvScan): number | undefined {
  const { header } = table;
  const named = namedColumns(header);
  if (named === 0 || !hasKnownColumn(table)) return undefined;
  if (scan.oddRecords === 0 && named === header.length) return undefined;
  let records = 0;
  let filled = 0;
  const longer: number[] = [];
  for (let record = 1; record < scan.recordCount; record++) {
    if (isBlankRecord(scan, record)) continue;
    records++;
    if (fieldCount(scan, record) <= named) continue;
    longer.push(record);
    if (!isEmptyFrom(scan, record, named)) filled++;
  }
  if (named < header.length) return filled * 2 <= records ? named : undefined;
  if ((longer.length - filled) * 2 <= records) return undefined;
  const areMoved = longer.slice(0, samples).some((record) => isMoved(table, scan, record));
  return areMoved ? undefined : named;
}

function isMoved(table: TableHeader, scan: CsvScan, record: number): boolean {
  const { header } = table;
  const surplus = fieldCount(scan, record) - header.length;
  return (
    isEmptyFrom(scan, record, header.length) &&
    guessSplitColumn(table, scan, record, surplus) !== header.length
  );
}

/** The number of columns up to the last one that has a name: spreadsheets leave nameless ones at the end. */
export function namedColumns(header: readonly string[]): number {
  let count = header.length;
  while (count > 0 && (header[count - 1] ?? '').trim() === '') count--;
  return count;
}

/** Whether a first line has what names of columns do not have: an empty field among others, or digits. */
export function looksLikeRecord(header: readonly string[]): boolean {
  return header.slice(0, namedColumns(header)).some((name) => name.trim() === '' || /\d/.test(name));
}

/** Without one the first record is no header, and its empty fields are no nameless columns. */
function hasKnownColumn({ header, fact }: TableHeader): boolean {
  const known = new Set(fact?.columns.map((column) => column.name.toLowerCase()));
  return header.some((name) => known.has(name.trim().toLowerCase()));
}
