import { contentRange } from '../../csv/field';
import type { Table } from '../../model/table';
import { missingFiles } from '../../rules/shared/missing-files';
import type { FixContext } from '../engine/define-fixes';
import type { RosterChange } from '../engine/roster-change';

/** The changes that take a file out of the roster, and say so in the manifest. Undefined for one that has to be there. */
export function leaveOut(context: FixContext, table: Table): (() => readonly RosterChange[]) | undefined {
  const { roster } = context;
  const { fact, file } = table;
  if (fact === undefined || fact.name === 'manifest') return undefined;
  if (fact.requiredInPackage || roster.profile.requiredFiles.includes(fact.file)) return undefined;
  if (isReferredTo(context, fact.name) || missingFiles(roster).some((missing) => missing.file === fact.file))
    return undefined;
  const { manifest } = roster;
  const row = roster.manifestRows.find(({ property }) => property === `file.${fact.name}`);
  const edits =
    manifest === undefined || row === undefined
      ? []
      : [{ ...contentRange(manifest.scan, row.record, 1), text: 'absent' }];
  return () => [
    { kind: 'delete', file },
    ...(manifest === undefined || edits.length === 0
      ? []
      : [{ kind: 'edit' as const, file: manifest.file, edits }]),
  ];
}

/** Whether any field names a record of a table, be it one that cannot be read. */
function isReferredTo({ roster }: FixContext, name: string): boolean {
  return roster.tables.some(
    (table) =>
      table.readable &&
      [...table.header.keys()].some(
        (column) => table.columnFact(column)?.reference?.table === name && table.values(column).size > 1,
      ),
  );
}
