import { fileNameOf } from '../model/roster-input';
import type { Roster } from '../model/roster';
import type { OneRosterVersion } from '../spec/types';
import { entryKinds, entryCount, type EntryKind } from './entries';
import type { Both, ColumnChange, Comparison, FieldCount, Side, TableComparison } from './comparison';

/** How many records were added, removed and so on. */
export type EntryCounts = Readonly<Record<EntryKind, number>>;

/** What a comparison comes to, as plain data. */
export interface ComparisonSummary {
  readonly before: RosterSummary;
  readonly after: RosterSummary;
  readonly files: readonly FileSummary[];
  readonly totals: EntryCounts;
  /** Whether nothing at all is different. */
  readonly isSame: boolean;
}

export interface RosterSummary {
  readonly version: OneRosterVersion;
}

/** What has become of one file. */
export interface FileSummary extends EntryCounts {
  readonly file: string;
  /** What one record is, in a word. */
  readonly recordName: string;
  /** In which of the two rosters the file is. */
  readonly presence: 'both' | 'added' | 'removed';
  /** Why it could not be compared by record, as a sentence. */
  readonly failure?: string;
  /** Whether the two are the same, byte for byte; said where not all records could be compared. */
  readonly isIdentical?: boolean;
  /** In which of the two rosters the file is a delta: what such a file leaves out is not removed where it is read. */
  readonly deltas: readonly Side[];
  /** How many records have an id of their own. */
  readonly records: Both<number>;
  readonly unchanged: number;
  /** Records that have no id, repeat one, or have a wrong number of fields. */
  readonly leftAside: Both<number>;
  readonly columns: readonly ColumnChange[];
  readonly fields: readonly FieldCount[];
  /** The file's name in each roster, where it is there. */
  readonly paths: Partial<Both<string>>;
}

export function summarize({ rosters, tables }: Comparison): ComparisonSummary {
  const files = tables.map((table) => summarizeFile(rosters, table));
  const total = (kind: EntryKind) => files.reduce((sum, file) => sum + file[kind], 0);
  return {
    before: { version: rosters.before.version },
    after: { version: rosters.after.version },
    files,
    totals: countsOf(total),
    isSame: files.every(isUnchanged),
  };
}

/** Whether a file is what it was, as far as can be told. */
export function isUnchanged(file: FileSummary): boolean {
  if (file.presence !== 'both') return false;
  if (file.isIdentical !== undefined) return file.isIdentical;
  return file.columns.length === 0 && entryKinds.every((kind) => file[kind] === 0);
}

function summarizeFile(rosters: Both<Roster>, table: TableComparison): FileSummary {
  const { file, recordName, sides, failure, columns, fields, matched, changed, isIdentical } = table;
  const { before, after } = sides;
  return {
    file,
    recordName,
    presence: before.isThere ? (after.isThere ? 'both' : 'removed') : 'added',
    ...(failure === undefined ? {} : { failure }),
    ...(isIdentical === undefined ? {} : { isIdentical }),
    deltas: deltasAmong(sides),
    records: { before: before.records, after: after.records },
    ...countsOf((kind) => entryCount(table, kind)),
    unchanged: matched.after.length - changed.after.length,
    leftAside: { before: before.leftAside, after: after.leftAside },
    columns,
    fields,
    paths: { ...pathIn(rosters, 'before', table), ...pathIn(rosters, 'after', table) },
  };
}

function deltasAmong(sides: TableComparison['sides']): readonly Side[] {
  const all = ['before', 'after'] as const;
  return all.filter((side) => sides[side].table?.mode === 'delta' && sides[side].records > 0);
}

function pathIn(rosters: Both<Roster>, side: Side, { file, sides }: TableComparison): Partial<Both<string>> {
  if (!sides[side].isThere) return {};
  const entry = rosters[side].input.entries.find(
    ({ path }) => path === sides[side].table?.file || fileNameOf(path).toLowerCase() === file.toLowerCase(),
  );
  return entry === undefined ? {} : { [side]: entry.path };
}

function countsOf(count: (kind: EntryKind) => number): EntryCounts {
  return {
    added: count('added'),
    removed: count('removed'),
    changed: count('changed'),
    renamed: count('renamed'),
  };
}
