import { columnAt, contentRange, recordAt, type ByteRange } from '../csv/field';
import type { Table } from '../model/table';

/** The field that an offset of a file lies in. Records and columns count from 0, the header included. */
export interface FieldPlace extends ByteRange {
  readonly record: number;
  readonly column: number;
}

/** The field at a byte offset, with its content's range, or undefined in an empty file. */
export function fieldAt(table: Table, offset: number): FieldPlace | undefined {
  const record = recordAt(table.scan, offset);
  if (record < 0) return undefined;
  const column = columnAt(table.scan, record, offset);
  return { record, column, ...contentRange(table.scan, record, column) };
}
