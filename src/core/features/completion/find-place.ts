import { carriageReturn, comma, lineFeed, quote } from '../../csv/bytes';
import { columnAt, contentRange, fieldCount, recordAt, recordRange } from '../../csv/field';
import type { CsvScan } from '../../csv/csv-scan';
import type { Table } from '../../model/table';
import {
  emptyPlace,
  isList,
  itemAt,
  itemsOf,
  placeInField,
  textOf,
  type CompletionPlace,
} from './completion-place';
import { splitListPlace } from './split-list-place';

/** The place to be completed at a byte offset; undefined right before or behind quotes. */
export function findPlace(table: Table, offset: number): CompletionPlace | undefined {
  const { scan } = table;
  const record = recordAt(scan, offset);
  if (record < 0) return emptyPlace(0, offset);
  if (offset > recordRange(scan, record).end) return emptyPlace(scan.recordCount, offset);
  const column = columnAt(scan, record, offset);
  if (hasMalformed(table, record, column)) {
    const open = openQuote(scan, record, offset);
    if (open !== undefined) return placeInOpenQuote(table, record, open, offset);
  }
  if (record > 0 && fieldCount(scan, record) > table.header.length) {
    const split = splitListPlace(table, record, column, offset);
    if (split !== 'none') return split;
  }
  return placeInField(table, record, column, contentRange(scan, record, column), offset);
}

/** Whether a quote is out of place in a field of a record, up to a column. */
function hasMalformed(table: Table, record: number, last: number): boolean {
  for (let column = 0; column <= last; column++) if (table.isMalformed(record, column)) return true;
  return false;
}

interface OpenQuote {
  readonly at: number;
  readonly column: number;
}

/** A quote before the offset that nothing has closed by then, as a person sees it who is about to write what is in it. */
function openQuote({ bytes, recordStarts }: CsvScan, record: number, offset: number): OpenQuote | undefined {
  let column = 0;
  let open: number | undefined;
  const start = recordStarts[record] ?? 0;
  for (let at = start; at < offset; at++) {
    const byte = bytes[at];
    const isFieldStart = at === start || bytes[at - 1] === comma;
    if (byte === quote && (open !== undefined || isFieldStart)) open = open === undefined ? at : undefined;
    else if (byte === comma && open === undefined) column++;
  }
  return open === undefined ? undefined : { at: open, column };
}

function placeInOpenQuote(table: Table, record: number, open: OpenQuote, offset: number): CompletionPlace {
  const { bytes } = table;
  const content = { start: open.at + 1, end: endOfItem(bytes, offset) };
  const item = isList(table, open.column) ? itemAt(bytes, content, offset) : content;
  return {
    record,
    column: open.column,
    ...item,
    typed: textOf(bytes, item.start, offset, true),
    others: itemsOf(bytes, content.start, item.start),
    isQuoted: true,
    isOpen: bytes[item.end] !== quote,
    also: [],
  };
}

function endOfItem(bytes: Uint8Array, offset: number): number {
  let end = offset;
  while (end < bytes.length && ![comma, quote, lineFeed, carriageReturn].includes(bytes[end] ?? 0)) end++;
  return end;
}
