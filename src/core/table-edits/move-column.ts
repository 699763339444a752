import { comma } from '../csv/bytes';
import { fieldRange } from '../csv/field';
import type { ByteEdit } from '../edits/byte-edit';
import type { Table } from '../model/table';
import type { Steps } from '../steps';
import { changeRecords } from './change-records';
import { demandColumns } from './editable-table';

/**
 * The edits that move a column to another place; those between move up. Each field keeps its bytes, quotes included, and blank
 * records stay as they are.
 * @throws RosterError where a field cannot be told from another
 */
export function* moveColumnSteps(table: Table, from: number, to: number): Steps<readonly ByteEdit[]> {
  yield* demandColumns(table);
  if (from === to) return [];
  const { scan } = table;
  const separator = Uint8Array.of(comma);
  const first = Math.min(from, to);
  const last = Math.max(from, to);
  return yield* changeRecords(table, {
    rangeOf: (record) => ({
      start: fieldRange(scan, record, first).start,
      end: fieldRange(scan, record, last).end,
    }),
    write(record, text) {
      const moved = fieldRange(scan, record, from);
      if (from < to) {
        // A record that lacks trailing empty fields may end before.
        const { end } = fieldRange(scan, record, to);
        text.add(scan.bytes, Math.min(moved.end + 1, end), end);
        text.add(separator);
        text.add(scan.bytes, moved.start, moved.end);
      } else {
        const { start } = fieldRange(scan, record, to);
        text.add(scan.bytes, moved.start, moved.end);
        text.add(separator);
        text.add(scan.bytes, start, Math.max(moved.start - 1, start));
      }
    },
  });
}
