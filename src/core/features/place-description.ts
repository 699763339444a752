import { fieldRange, recordRange } from '../csv/field';
import type { Table, TableMode } from '../model/table';
import { describeColumn } from './describe-column';
import { fieldAt } from './place-at';
import type { Say } from '../text/say';

/** Where a cursor stands, in words. */
export interface PlaceDescription {
  /** The bytes of the field, its quotes included. */
  readonly start: number;
  readonly end: number;
  /** The column's name; empty for a field that has no column. */
  readonly column: string;
  /** As a spreadsheet numbers it: the header is record 1. */
  readonly record: number;
  readonly mode: TableMode;
  /** What the column means, as Markdown; empty where nobody knows. */
  readonly documentation: string;
}

/**
 * Describes the field at a byte offset; in a line behind the last record, that of the next one. Undefined where columns cannot be
 * told apart.
 */
export function placeDescription(table: Table, offset: number, say: Say): PlaceDescription | undefined {
  const place = table.readable ? fieldAt(table, offset) : undefined;
  if (place === undefined) return undefined;
  const isBehind = offset > recordRange(table.scan, place.record).end;
  const [record, column] = isBehind ? [table.scan.recordCount, 0] : [place.record, place.column];
  const fact = table.columnFact(column);
  return {
    ...(isBehind ? { start: offset, end: offset } : fieldRange(table.scan, record, column)),
    column: table.header[column] ?? '',
    record: record + 1,
    mode: table.mode,
    documentation: fact === undefined ? '' : describeColumn(table, fact, say),
  };
}
