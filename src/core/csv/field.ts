import { decodeUtf8, utf8Length } from '../text/utf8';
import { quote } from './bytes';
import type { CsvScan } from './csv-scan';

/** A stretch of a file's bytes, `end` exclusive. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** The number of fields in a record. */
export function fieldCount(scan: CsvScan, record: number): number {
  return scan.countOf(record);
}

/** The bytes of a field as they stand, quotes included. A column past the record's last gives its empty end. */
export function fieldRange(scan: CsvScan, record: number, column: number): ByteRange {
  if (column >= fieldCount(scan, record)) {
    const end = scan.endOf(record);
    return { start: end, end };
  }
  const ends = scan.endsOf(record);
  const start = column === 0 ? scan.recordStarts[record] : (ends[column - 1] ?? 0) + 1;
  return { start: start ?? 0, end: ends[column] ?? 0 };
}

/** The bytes of a field without the quotes round it; doubled quotes inside are still doubled. */
export function contentRange(scan: CsvScan, record: number, column: number): ByteRange {
  const range = fieldRange(scan, record, column);
  return isQuoted(scan, record, column, range) ? { start: range.start + 1, end: range.end - 1 } : range;
}

/** The value of a field: without quotes round it, doubled quotes undone. */
export function fieldText(scan: CsvScan, record: number, column: number): string {
  const { start, end } = contentRange(scan, record, column);
  return contentText(scan.bytes, start, end);
}

/** The text of a content range: quotes are undoubled where the byte before it is an opening quote. */
export function contentText(bytes: Uint8Array, start: number, end: number): string {
  const text = decodeUtf8(bytes, start, end);
  return isInsideQuotes(bytes, start) ? text.replaceAll('""', '"') : text;
}

/** The bytes of a record without its line end. */
export function recordRange(scan: CsvScan, record: number): ByteRange {
  return { start: scan.recordStarts[record] ?? 0, end: scan.endOf(record) };
}

/** An empty line, or one of nothing but commas, as spreadsheets leave them. */
export function isBlankRecord(scan: CsvScan, record: number): boolean {
  return scan.endOf(record) - (scan.recordStarts[record] ?? 0) === fieldCount(scan, record) - 1;
}

/** Whether all fields of a record from `column` on are empty, quoted or not. */
export function isEmptyFrom(scan: CsvScan, record: number, column: number): boolean {
  const count = fieldCount(scan, record);
  for (let at = column; at < count; at++) {
    const { start, end } = contentRange(scan, record, at);
    if (start < end) return false;
  }
  return true;
}

/** The record that holds the byte at `offset`, or -1 before the first. */
export function recordAt(scan: CsvScan, offset: number): number {
  let low = -1;
  let high = scan.recordCount - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((scan.recordStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The column of the field that holds the byte at `offset` of a record; its end counts as inside. */
export function columnAt(scan: CsvScan, record: number, offset: number): number {
  const ends = scan.endsOf(record);
  let low = 0;
  let high = Math.max(fieldCount(scan, record) - 1, 0);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offset <= (ends[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * The bytes of the UTF-16 units `from` to `to` (exclusive) of a value whose content lies at `content`. Doubled quotes
 * count as the one unit they stand for.
 */
export function valueRange(bytes: Uint8Array, content: ByteRange, from: number, to: number): ByteRange {
  const text = contentText(bytes, content.start, content.end);
  const width = isInsideQuotes(bytes, content.start)
    ? (part: string) => utf8Length(part) + part.split('"').length - 1
    : utf8Length;
  const start = content.start + width(text.slice(0, from));
  return { start, end: start + width(text.slice(from, to)) };
}

function isQuoted(scan: CsvScan, record: number, column: number, range: ByteRange): boolean {
  if (scan.bytes[range.start] !== quote || range.end - range.start < 2) return false;
  if (scan.malformedFields.size === 0) return true;
  return !scan.malformedFields.has((scan.firstFields[record] ?? 0) + column);
}

function isInsideQuotes(bytes: Uint8Array, contentStart: number): boolean {
  return contentStart > 0 && bytes[contentStart - 1] === quote;
}
