import { recordRange } from '../../csv/field';
import type { ByteEdit } from '../../edits/byte-edit';
import type { Table } from '../../model/table';
import type { Fix, FixContext } from '../engine/define-fixes';
import type { RosterChange } from '../engine/roster-change';
import { isNamed } from './references-to';

/** The edit that takes out the records from `first` to `last`, with their line ends. */
export function withoutRecords({ scan }: Table, first: number, last = first): ByteEdit {
  const start = scan.recordStarts[first] ?? 0;
  const next = scan.recordStarts[last + 1];
  const end = last + 1 < scan.recordCount && next !== undefined ? next : scan.bytes.length;
  const before = first === 0 ? scan.textStart : recordRange(scan, first - 1).end;
  // Without a line end at the end of the file, the one before goes: the file ends as it did.
  const isOpenEnd = end === scan.bytes.length && recordRange(scan, last).end === end;
  return { start: isOpenEnd ? before : start, end, text: '' };
}

/** The changes that take a record out of its table. Undefined where others name it, and where it is the only one. */
export function removeRecord(
  context: FixContext,
  table: Table,
  record: number,
): (() => readonly RosterChange[]) | undefined {
  if (record <= 0 || table.dataRecords <= 1 || isNamed(context, table, record)) return undefined;
  return () => [{ kind: 'edit', file: table.file, edits: [withoutRecords(table, record)] }];
}

/** The fix that takes the record of a problem out, where that can be done. */
export function takeOut(
  context: FixContext,
  names: Pick<Fix, 'safety' | 'title' | 'titleForAll'>,
): readonly Fix[] {
  const { table, problem } = context;
  const changes = table === undefined ? undefined : removeRecord(context, table, (problem.record ?? 0) - 1);
  return changes === undefined ? [] : [{ ...names, changes }];
}
