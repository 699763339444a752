import type { ByteEdit } from '../edits/byte-edit';
import { GrowableBytes } from '../edits/growable-bytes';
import type { Table } from '../model/table';
import { decodeUtf8 } from '../text/utf8';
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
 * The edit that sorts the records of a table by a column: see `sortedRecords`. The header stays. Records move whole, line breaks in
 * their fields included, and line ends stay where they are, so that a last record without one stays one.
 * @throws RosterError where it cannot be told where a record ends
 */
export function sortRecords(table: Table, column: number, direction: Order): SortedTable {
  demandEditable(table);
  const order = sortedRecords(table, column, direction);
  const first = order.findIndex((record, index) => record !== index + 1);
  if (first < 0) return { edits: [], order };
  const last = order.findLastIndex((record, index) => record !== index + 1);
  const { bytes } = table;
  const { start } = table.range(first + 1);
  const { end } = table.range(last + 1);
  const sorted = new GrowableBytes(end - start);
  for (let index = first; index <= last; index++) {
    const record = table.range(order[index] ?? 0);
    sorted.add(bytes, record.start, record.end);
    if (index < last) sorted.add(bytes, table.range(index + 1).end, table.range(index + 2).start);
  }
  return { edits: [{ start, end, text: decodeUtf8(sorted.view()) }], order };
}
