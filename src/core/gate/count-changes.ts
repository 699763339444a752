import type { Comparison, TableComparison } from '../compare/comparison';
import { forEachFate, type Fate } from './record-fates';
import { schoolsOf, type Schools } from './schools';
import type { FileCounts, GateCounts, SchoolCounts } from './verdict';

/** The data files of a comparison that can be judged. The manifest holds no records, and other files are nobody's accounts. */
export function judgedTables({ tables }: Comparison): readonly TableComparison[] {
  return tables.filter(({ sides, failure }) => {
    const name = (sides.after.table ?? sides.before.table)?.fact?.name;
    return failure === undefined && name !== undefined && name !== 'manifest';
  });
}

/** Counts what would happen to the records in force, per file and per school. */
export function countChanges(comparison: Comparison): GateCounts {
  const schools = schoolsOf(comparison);
  const counted = judgedTables(comparison).map((table) => countTable(comparison, table, schools));
  const files = counted.map(({ total }) => total);
  const people = comparison.tables.find(({ sides }) => isPeople(sides.after) || isPeople(sides.before));
  return {
    files,
    schools: schools.list
      .map((school, place) => ({
        id: school.id,
        name: school.name,
        isGone: school.isGone && (school.isSchool || counted.some(({ bySchool }) => bySchool.has(place))),
        files: counted.flatMap(({ bySchool }) => bySchool.get(place) ?? []),
      }))
      .filter((school) => school.isGone || school.files.length > 0)
      .sort((a, b) => removedIn(b) - removedIn(a)),
    people: files.find(({ file }) => file === people?.file)?.before ?? 0,
    renamed: people?.renamed.length ?? 0,
    removed: files.reduce((sum, { removed }) => sum + removed, 0),
  };
}

function isPeople({ table }: TableComparison['sides']['before']): boolean {
  return table?.fact?.name === 'users';
}

function removedIn({ files }: SchoolCounts): number {
  return files.reduce((sum, { removed }) => sum + removed, 0);
}

interface CountedTable {
  readonly total: FileCounts;
  /** By the school's place in the list. */
  readonly bySchool: ReadonlyMap<number, FileCounts>;
}

type Tally = Record<Exclude<keyof FileCounts, 'file' | 'recordName'>, number>;

function countTable(comparison: Comparison, table: TableComparison, schools: Schools): CountedTable {
  const { before, after } = table.sides;
  const readers = {
    before: before.table === undefined ? undefined : schools.reader('before', before.table),
    after: after.table === undefined ? undefined : schools.reader('after', after.table),
  };
  const total = newTally();
  const tallies = new Map<number, Tally>();
  const tallyOf = (place: number) => {
    const tally = tallies.get(place) ?? newTally();
    tallies.set(place, tally);
    return tally;
  };
  forEachFate(comparison, table, (fate, old, later) => {
    const then = old > 0 ? (readers.before?.(old) ?? []) : [];
    const now = later > 0 ? (readers.after?.(later) ?? []) : then;
    noteBefore(total, fate, old);
    noteAfter(total, fate);
    for (const place of old > 0 ? then : now) noteBefore(tallyOf(place), fate, old);
    for (const place of now) noteAfter(tallyOf(place), fate);
  });
  const { file, recordName } = table;
  const named = (tally: Tally): FileCounts => ({ file, recordName, ...tally });
  return {
    total: named(total),
    bySchool: new Map([...tallies].map(([place, tally]) => [place, named(tally)])),
  };
}

function newTally(): Tally {
  return { before: 0, after: 0, created: 0, changed: 0, removed: 0 };
}

/** At the schools where a record was; at those where it is, if it is nowhere before. */
function noteBefore(tally: Tally, fate: Fate, old: number): void {
  if (old > 0) tally.before++;
  if (fate === 'changed') tally.changed++;
  if (fate === 'removed') tally.removed++;
}

/** At the schools where a record is. One that has moved to another school is not removed from the first. */
function noteAfter(tally: Tally, fate: Fate): void {
  if (fate !== 'removed') tally.after++;
  if (fate === 'created') tally.created++;
}
