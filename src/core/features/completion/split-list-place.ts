import { quote } from '../../csv/bytes';
import { contentRange, fieldCount, fieldRange } from '../../csv/field';
import type { ByteEdit } from '../../edits/byte-edit';
import { guessSplitColumn } from '../../model/guess-split-column';
import type { Table } from '../../model/table';
import { isList, itemsOf, placeInField, type CompletionPlace } from './completion-place';

/**
 * The place in a record that has too many fields, most likely because somebody is writing a list and has set no quotes round it:
 * what is accepted sets them. `none` where nothing is known of such a list; undefined where there is nothing to complete.
 */
export function splitListPlace(
  table: Table,
  record: number,
  column: number,
  offset: number,
): CompletionPlace | undefined | 'none' {
  const { scan, header } = table;
  const surplus = fieldCount(scan, record) - header.length;
  const guess = guessSplitColumn(table, scan, record, surplus, column) ?? header.length;
  // Fields that are blank say nothing of where the comma is that was just typed.
  const isTold = guess < header.length && table.text(record, guess) !== '';
  const split = isTold ? guess : nearestList(table, column, surplus);
  if (split === undefined || column <= split) return 'none';
  if (column > split + surplus) {
    return withColumn(
      placeInField(table, record, column, contentRange(scan, record, column), offset),
      column - surplus,
    );
  }
  return isList(table, split) ? placeInList(table, record, split, column, offset) : undefined;
}

function nearestList(table: Table, column: number, surplus: number): number | undefined {
  for (let back = 1; back <= surplus && back <= column; back++) {
    if (isList(table, column - back)) return column - back;
  }
  return undefined;
}

function withColumn(place: CompletionPlace | undefined, column: number): CompletionPlace | undefined {
  return place === undefined ? undefined : { ...place, column };
}

/** The field at the cursor as an item of the list that begins in column `first`. */
function placeInList(
  table: Table,
  record: number,
  first: number,
  column: number,
  offset: number,
): CompletionPlace | undefined {
  const { scan, bytes } = table;
  const item = fieldRange(scan, record, column);
  if (bytes[item.start] === quote || first + surplusOf(table, record) < column) return undefined;
  const begin = fieldRange(scan, record, first);
  const end = fieldRange(scan, record, first + surplusOf(table, record)).end;
  const also = quotesRound(table, record, first);
  if (also === undefined) return undefined;
  const place = placeInField(table, record, column, item, offset);
  if (place === undefined) return undefined;
  const others = [...itemsOf(bytes, begin.start, item.start), ...itemsOf(bytes, item.end, end)];
  return {
    ...place,
    column: first,
    others: others.map((other) => other.replaceAll('"', '')),
    isQuoted: true,
    isOpen: true,
    also,
  };
}

function surplusOf({ scan, header }: Table, record: number): number {
  return fieldCount(scan, record) - header.length;
}

/** The edits that open the quotes round a list: a quote before its first item, or the closing one behind it taken away. */
function quotesRound(table: Table, record: number, first: number): readonly ByteEdit[] | undefined {
  const field = fieldRange(table.scan, record, first);
  const content = contentRange(table.scan, record, first);
  if (field.start === field.end) return undefined;
  if (content.start === field.start) return [{ start: field.start, end: field.start, text: '"' }];
  return [{ start: content.end, end: field.end, text: '' }];
}
