import { areSameBytes as areSame } from '../csv/field-kind';
import { fileNameOf } from '../model/roster-input';
import type { Roster } from '../model/roster';
import type { Table } from '../model/table';
import { allAtOnce, type Steps } from '../steps';
import { compareColumns } from './compare-columns';
import type { Both, Comparison, Renamed, TableComparison } from './comparison';
import { carryOver, withoutRenamed } from './carry-over';
import { matchRecords } from './match-records';
import { samePeople } from './same-people';
import { sideOf } from './table-side';

/** Compares two rosters, record by record and field by field. */
export function compareRosters(rosters: Both<Roster>): Comparison {
  return allAtOnce(compareSteps(rosters));
}

/** As `compareRosters`, in steps. */
export function* compareSteps(rosters: Both<Roster>): Steps<Comparison> {
  const tables: TableComparison[] = [];
  let people: People | undefined;
  for (const files of pairFiles(rosters)) {
    const compared = yield* compareTable(rosters, files);
    if (isOf(files, 'users')) people = { compared, renamed: findPeople(rosters, compared) };
    tables.push(compared);
    yield;
  }
  const comparison = { rosters, tables };
  return people === undefined ? comparison : withPeople(comparison, people);
}

interface People {
  readonly compared: TableComparison;
  readonly renamed: readonly Renamed[];
}

/** Two files that stand for the same table. */
interface PairedFiles extends Both<Table | undefined> {
  readonly file: string;
}

/** All files of two rosters, those of one table together; versions may differ, and so does what has facts. */
function pairFiles({ before, after }: Both<Roster>): readonly PairedFiles[] {
  const pairs = new Map<string, PairedFiles>();
  for (const file of knownFiles([before, after])) {
    const failed = [before, after].some((roster) => hasFailed(roster, file));
    const pair = { file, before: tableOf(before, file), after: tableOf(after, file) };
    if (failed || pair.before !== undefined || pair.after !== undefined) pairs.set(file.toLowerCase(), pair);
  }
  return [...pairs.values()];
}

/** The names of files, those of the specification first and in its order. */
function knownFiles(rosters: readonly Roster[]): readonly string[] {
  const specified = rosters.flatMap(specifiedFiles);
  const found = rosters.flatMap(({ tables }) =>
    tables.map((table) => table.fact?.file ?? fileNameOf(table.file)),
  );
  return [...new Set([...specified, ...found])];
}

function specifiedFiles({ specification: { manifest, tables } }: Roster): readonly string[] {
  return [...(manifest === undefined ? [] : [manifest]), ...tables].map(({ file }) => file);
}

function tableOf({ tables }: Roster, file: string): Table | undefined {
  const named = tables.find(({ fact }) => fact?.file === file);
  return named ?? tables.find((table) => fileNameOf(table.file).toLowerCase() === file.toLowerCase());
}

function hasFailed({ input }: Roster, file: string): boolean {
  return input.entries.some(
    ({ path, content }) => 'failure' in content && fileNameOf(path).toLowerCase() === file.toLowerCase(),
  );
}

function isOf({ before, after }: PairedFiles, name: string): boolean {
  return (after ?? before)?.fact?.name === name;
}

function* compareTable(rosters: Both<Roster>, files: PairedFiles): Steps<TableComparison> {
  const { file } = files;
  const sides = {
    before: sideOf(rosters.before, files.before, file),
    after: sideOf(rosters.after, files.after, file),
  };
  const failure = sides.before.failure ?? sides.after.failure;
  const none = { ...sides.before, table: undefined };
  const compared = failure === undefined ? sides : { before: none, after: none };
  const { matched, added, removed } = matchRecords(compared);
  yield;
  const isDoubtful = failure !== undefined || sides.before.leftAside + sides.after.leftAside > 0;
  const columns = yield* compareColumns(compared, matched);
  return {
    file,
    recordName: (files.after ?? files.before)?.fact?.record ?? 'record',
    isSpecified: [rosters.before, rosters.after].some((roster) => specifiedFiles(roster).includes(file)),
    sides,
    failure,
    isIdentical: isDoubtful ? areSameBytes(files) : undefined,
    ...columns,
    added,
    removed,
    matched,
    renamed: [],
  };
}

function areSameBytes({ before, after }: Both<Table | undefined>): boolean {
  if (before === undefined || after === undefined) return false;
  const [left, right] = [before.bytes, after.bytes];
  return left.length === right.length && areSame(left, 0, right, 0, left.length);
}

function findPeople(rosters: Both<Roster>, { sides, added, removed }: TableComparison): readonly Renamed[] {
  const { before, after } = sides;
  if (before.table === undefined || after.table === undefined) return [];
  return samePeople({ before: before.table, after: after.table }, rosters, { added, removed });
}

/** Takes people under a new id, and what bears a person's id, out of what was added and removed. */
function withPeople(comparison: Comparison, { compared, renamed }: People): Comparison {
  if (renamed.length === 0) return comparison;
  const tables = comparison.tables.map((table) => {
    if (table === compared) return withoutRenamed(table, renamed);
    return withoutRenamed(table, carryOver(table, compared, renamed));
  });
  return { ...comparison, tables };
}
