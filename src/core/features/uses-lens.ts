import type { Roster } from '../model/roster';
import type { Table } from '../model/table';
import { countUses } from './find-uses';
import { namedRecord } from './id-at';
import { namingColumns } from './id-places';

/** The records that may be marked with how much they are used: those with an id, in a table that others refer to. */
export function recordsWithUses(roster: Roster, table: Table): readonly number[] {
  if (!table.readable || roster.uses(table).length === 0) return [];
  const records: number[] = [];
  for (let record = 1; record < table.recordCount; record++) {
    if (namedRecord(table, record) !== undefined) records.push(record);
  }
  return records;
}

/** How much a record is used. */
export interface UsesDescription {
  readonly records: number;
  /** `used by 312 records in 3 files`. */
  readonly text: string;
}

/** Says how much a record is used. Undefined where it has no id. */
export function describeUses(roster: Roster, table: Table, record: number): UsesDescription | undefined {
  const { say } = roster;
  const named = namedRecord(table, record);
  if (named === undefined) return undefined;
  const { records, files } = countUses(namingColumns(roster, named));
  if (records === 0) return { records, text: say('used by no record') };
  const [file = ''] = files;
  if (records === 1) return { records, text: say('used by 1 record in {file}', { file }) };
  const text =
    files.length === 1
      ? say('used by {records} records in {file}', { records, file })
      : say('used by {records} records in {files} files', { records, files: files.length });
  return { records, text };
}
