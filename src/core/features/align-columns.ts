import { fieldRange } from '../csv/field';
import { notPlain } from '../csv/field-kind';
import { emptyCode } from '../model/distinct-values';
import type { Table } from '../model/table';
import { displayWidth } from '../text/display-width';
import { decodeUtf8 } from '../text/utf8';

/** Where blank room belongs so that columns stand under one another: before the comma at a byte offset, in cells. */
export interface Padding {
  readonly offset: number;
  readonly cells: number;
}

/** A column is made no wider than this, in cells: a longer field would push the others out of sight, and stands out alone. */
const widest = 48;

/**
 * The room that the records `first` to `last` need before their commas. How wide a column is depends on the whole table, so that
 * nothing moves while it is scrolled. A record with a line break in a field has no columns to see and gets none.
 */
export function alignRecords(table: Table, first: number, last: number): readonly Padding[] {
  if (!table.readable) return [];
  const widths = columnWidths(table);
  const shown = [];
  for (let record = Math.max(first, 0); record <= Math.min(last, table.recordCount - 1); record++) {
    const fields = fieldWidths(table, record);
    if (fields === undefined) continue;
    shown.push({ record, fields });
    for (const [column, cells] of fields.entries()) {
      if (cells <= widest) widths[column] = Math.max(widths[column] ?? 0, cells);
    }
  }
  return shown.flatMap(({ record, fields }) =>
    fields.slice(0, -1).flatMap((cells, column) => {
      const missing = (widths[column] ?? 0) - cells;
      return missing <= 0 ? [] : [{ offset: fieldRange(table.scan, record, column).end, cells: missing }];
    }),
  );
}

/** How many cells each field of a record takes as it is written; undefined where one holds a line break. */
function fieldWidths(table: Table, record: number): readonly number[] | undefined {
  const widths: number[] = [];
  const count = table.fieldCount(record);
  for (let column = 0; column < count; column++) {
    const { start, end } = fieldRange(table.scan, record, column);
    const text = decodeUtf8(table.bytes, start, end);
    if (/[\r\n]/.test(text)) return undefined;
    widths.push(displayWidth(text));
  }
  return widths;
}

function columnWidths(table: Table): number[] {
  return table.header.map((name, column) => {
    const quotes = isUsuallyQuoted(table, column) ? 2 : 0;
    return Math.min(Math.max(displayWidth(name), widestValue(table, column)) + quotes, widest);
  });
}

/** One byte is one cell, unless a value holds other characters than those of ASCII. */
function widestValue(table: Table, column: number): number {
  const values = table.values(column);
  if ((values.kinds & notPlain) === 0) return values.longest;
  let cells = 0;
  for (let code = emptyCode + 1; code < values.size; code++) {
    const length = values.end(code) - values.start(code);
    if (length <= cells) continue;
    cells = Math.max(cells, (values.kind(code) & notPlain) === 0 ? length : displayWidth(values.text(code)));
    if (cells >= widest) return widest;
  }
  return cells;
}

/** Whether a column stands in quotes in the first record that has data; the others mostly do as it does. */
function isUsuallyQuoted({ scan }: Table, column: number): boolean {
  return scan.recordCount > 1 && scan.bytes[fieldRange(scan, 1, column).start] === 0x22;
}
