import { columnAt, recordAt } from '../../csv/field';
import type { Table } from '../../model/table';
import type { Place } from '../engine/problem';

/** A place given in bytes, with the record and the column that hold its first byte. Costs a search, never a scan. */
export function placeInRecord(table: Table, start: number, end: number): Place {
  const record = recordAt(table.scan, start);
  if (record < 0) return { file: table.file, start, end };
  const field = table.header[columnAt(table.scan, record, start)];
  return { file: table.file, start, end, record: record + 1, ...(field === undefined ? {} : { field }) };
}
