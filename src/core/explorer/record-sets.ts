import type { RecordSet } from '../explorer-protocol';
import { emptyCode, noField } from '../model/distinct-values';
import type { Roster } from '../model/roster';
import type { Table } from '../model/table';
import { keyColumn } from '../rules/shared/key-column';
import { linkOf } from '../rules/shared/links';
import { meaningReader } from '../rules/shared/meanings';
import type { TableName } from '../spec/catalog.generated';
import { encodeUtf8 } from '../text/utf8';
import { sortByName, sortByValues } from './name-order';
import { recordsWhere, type PeopleByRole } from './roles-of-people';

/** Some records of a table, in no order yet. */
export interface FoundSet {
  readonly table: Table;
  readonly records: Uint32Array;
  /** Puts them in the order in which people look for them. */
  sort(records: Uint32Array): Uint32Array;
  /** Whether that is the order of their names, so that they can be taken apart by letter. */
  readonly isByName: boolean;
}

/** Finds the records that a set means; undefined where the file, or the record that they belong to, is not there. */
export function findSet(roster: Roster, people: () => PeopleByRole, set: RecordSet): FoundSet | undefined {
  switch (set.kind) {
    case 'table':
      return setOfTable(roster, set.table);
    case 'role': {
      const table = readableTable(roster, 'users');
      return table === undefined ? undefined : byName(table, people().records(set.role));
    }
    case 'classes':
      return classesOf(roster, set.table, set.id);
    case 'members':
      return membersOf(roster, set.id);
  }
}

/** A table by name, where its records can be read by column. */
export function readableTable(roster: Roster, name: TableName): Table | undefined {
  const table = roster.table(name);
  return table?.readable === true ? table : undefined;
}

/** The first record of an id, to which references lead; 0 where there is none. */
export function recordOfId(table: Table, id: string): number {
  const column = keyColumn(table);
  const bytes = encodeUtf8(id);
  const ids = column < 0 ? undefined : table.values(column);
  const code = ids?.find(bytes, 0, bytes.length) ?? -1;
  return code > 0 ? (ids?.firstRecord(code) ?? 0) : 0;
}

/** The records of a table that name a record, each once. */
export function recordsNaming(roster: Roster, name: TableName, target: Table, record: number): Uint32Array {
  const columns = roster.uses(target).filter(({ references }) => references.table.fact?.name === name);
  const [first, ...others] = columns.map((uses) => uses.records(record));
  if (first === undefined || others.length === 0) return first ?? new Uint32Array();
  return Uint32Array.from(new Set([first, ...others].flatMap((records) => [...records])));
}

function byName(table: Table, records: Uint32Array): FoundSet {
  return { table, records, sort: (some) => sortByName(table, some), isByName: true };
}

/** Sessions are in the order of their time, a year before its terms; schools before what is above them. */
function setOfTable(roster: Roster, name: TableName): FoundSet | undefined {
  const table = readableTable(roster, name);
  if (table === undefined) return undefined;
  const records = recordsWhere(table, () => true);
  if (name === 'academicSessions') return { table, records, sort: byTime(table), isByName: false };
  if (name !== 'orgs') return byName(table, records);
  const isSchool = schoolReader(table);
  const schoolsFirst = (some: Uint32Array) => {
    const sorted = sortByName(table, some);
    return Uint32Array.from([...sorted.filter(isSchool), ...sorted.filter((record) => !isSchool(record))]);
  };
  return { table, records, sort: schoolsFirst, isByName: true };
}

function byTime(table: Table): (records: Uint32Array) => Uint32Array {
  return (records) => {
    const column = (name: string) => table.columnIndex(name);
    let sorted = records;
    // A day that is later comes first among those that begin together: what is longer holds the others.
    if (column('endDate') >= 0) sorted = sortByValues(table.values(column('endDate')), sorted).reverse();
    return column('startDate') < 0 ? sorted : sortByValues(table.values(column('startDate')), sorted);
  };
}

/** Tells schools from districts and departments. Where types are not given, every organization may be a school. */
export function schoolReader(orgs: Table): (record: number) => boolean {
  const typeOf = meaningReader(orgs, 'type');
  return typeOf === undefined ? () => true : (record) => typeOf(record) === 'school';
}

function classesOf(roster: Roster, name: 'orgs' | 'courses', id: string): FoundSet | undefined {
  const [target, classes] = [readableTable(roster, name), readableTable(roster, 'classes')];
  const record = target === undefined ? 0 : recordOfId(target, id);
  if (target === undefined || classes === undefined || record === 0) return undefined;
  return byName(classes, recordsNaming(roster, 'classes', target, record));
}

/** The enrollments of a class: those who teach first, then by the names of people. */
function membersOf(roster: Roster, id: string): FoundSet | undefined {
  const [classes, enrollments] = [readableTable(roster, 'classes'), readableTable(roster, 'enrollments')];
  const record = classes === undefined ? 0 : recordOfId(classes, id);
  if (classes === undefined || enrollments === undefined || record === 0) return undefined;
  const records = recordsNaming(roster, 'enrollments', classes, record);
  return {
    table: enrollments,
    records,
    sort: (some) => sortMembers(roster, enrollments, some),
    isByName: false,
  };
}

function sortMembers(roster: Roster, enrollments: Table, records: Uint32Array): Uint32Array {
  const link = linkOf(roster, 'enrollments', 'userSourcedId');
  const roleOf = meaningReader(enrollments, 'role');
  const groups: [number[], number[], number[]] = [[], [], []];
  const userOf = (record: number) => link?.of(record) ?? 0;
  for (const record of records) {
    if (userOf(record) === 0) groups[2].push(record);
    else groups[roleOf?.(record) === 'student' ? 1 : 0].push(record);
  }
  const sorted = groups.map((group) =>
    link === undefined ? group : sortByPerson(link.target, group, userOf),
  );
  return Uint32Array.from(sorted.flat());
}

function sortByPerson(
  users: Table,
  records: readonly number[],
  userOf: (record: number) => number,
): number[] {
  const people = Uint32Array.from(new Set(records.map(userOf).filter((user) => user > 0)));
  const order = new Map([...sortByName(users, people)].map((user, index) => [user, index]));
  return [...records].sort(
    (a, b) => (order.get(userOf(a)) ?? Infinity) - (order.get(userOf(b)) ?? Infinity) || a - b,
  );
}

/** The id of a record, without blanks round it; empty where it has none. */
export function idOf(table: Table, record: number): string {
  const column = keyColumn(table);
  return column < 0 ? '' : table.text(record, column);
}

/** Whether references to a record's id lead to it: it has one, and is the first that has it. */
export function isNamedById(table: Table, record: number): boolean {
  const column = keyColumn(table);
  if (column < 0) return false;
  const ids = table.values(column);
  const code = ids.codes[record] ?? noField;
  return code !== noField && code !== emptyCode && ids.firstRecord(code) === record;
}
