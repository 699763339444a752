import type { ByteEdit } from '../edits/byte-edit';
import { GrowableBytes } from '../edits/growable-bytes';
import type { Table } from '../model/table';
import type { Steps } from '../steps';
import { decodeUtf8 } from '../text/utf8';
import { blockSize, stepSize } from './change-records';
import { demandEditable } from './editable-table';
import { sortedRecords, type Order } from './sort-order';

/** Another order of a table's records. */
export interface SortedTable {
  /** None where the records are in that order already. */
  readonly edits: readonly ByteEdit[];
  /** Which record stands where the one after the header did, and so on. */
  readonly order: Uint32Array;
}

/**
 * The edits that sort the records of a table by a column: see `sortedRecords`. The header stays. Records move whole, line breaks in
 * their fields included, and line ends stay where they are, so that a last record without one stays one.
 * @throws RosterError where it cannot be told where a record ends
 */
export function* sortRecordsSteps(table: Table, column: number, direction: Order): Steps<SortedTable> {
  demandEditable(table);
  yield;
  const order = yield* sortedRecords(table, column, direction);
  const first = order.findIndex((record, index) => record !== index + 1);
  if (first < 0) return { edits: [], order };
  const last = order.findLastIndex((record, index) => record !== index + 1);
  const edits: ByteEdit[] = [];
  for (let at = first; at <= last;) {
    const { edit, next } = yield* blockFrom(table, order, at, last);
    edits.push(edit);
    at = next;
  }
  return { edits, order };
}

/** The edit that puts the records from a place on where they belong, up to the last, or until it is large enough. */
function* blockFrom(
  table: Table,
  order: Uint32Array,
  first: number,
  last: number,
): Steps<{ readonly edit: ByteEdit; readonly next: number }> {
  const { bytes } = table;
  const text = new GrowableBytes(blockSize);
  let at = first;
  for (;;) {
    const record = table.range(order[at] ?? 0);
    text.add(bytes, record.start, record.end);
    if (at === last || text.length >= blockSize) break;
    text.add(bytes, table.range(at + 1).end, table.range(at + 2).start);
    at++;
    if (at % stepSize === 0) yield;
  }
  const [{ start }, { end }] = [table.range(first + 1), table.range(at + 1)];
  return { edit: { start, end, text: decodeUtf8(text.view()) }, next: at + 1 };
}
