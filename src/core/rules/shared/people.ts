import { emptyCode, noField } from '../../model/distinct-values';
import type { Roster } from '../../model/roster';
import type { Table } from '../../model/table';
import { linkOf } from './links';
import { meaningReader } from './meanings';
import { PairNumbers } from './pair-numbers';
import { dayReader } from './periods';

/** The roles of the people whom a student belongs to at home. */
const familyRoles: ReadonlySet<string> = new Set(['guardian', 'parent', 'relative']);

/** Tells whether a person, by the record in users.csv, is nothing but a student's family. False where roles are not known. */
export function familyMembers(roster: Roster): (userRecord: number) => boolean {
  const users = roster.table('users');
  if (users !== undefined && roster.specification.column('users', 'role') !== undefined) {
    const roleOf = meaningReader(users, 'role');
    return (record) => familyRoles.has(roleOf?.(record) ?? '');
  }
  const link = linkOf(roster, 'roles', 'userSourcedId');
  const roleOf = link === undefined ? undefined : meaningReader(link.table, 'role');
  if (link === undefined || roleOf === undefined) return () => false;
  const isFamily = new Uint8Array(link.target.recordCount);
  const isOther = new Uint8Array(link.target.recordCount);
  for (let record = 1; record < link.table.recordCount; record++) {
    const marked = familyRoles.has(roleOf(record) ?? '') ? isFamily : isOther;
    marked[link.of(record)] = 1;
  }
  return (record) => isFamily[record] === 1 && isOther[record] !== 1;
}

/** The birth date of each person as a number, by the record in users.csv; 0 where it is not known. */
export function birthDays(roster: Roster): (userRecord: number) => number {
  const link = linkOf(roster, 'demographics', 'sourcedId', 'userSourcedId');
  if (link === undefined) return () => 0;
  const { table } = link;
  const column = table.header.findIndex(
    (name, index) => name.toLowerCase() === 'birthdate' && table.columnFact(index)?.type === 'date',
  );
  const dayOf = dayReader(table, column, 0);
  const days = new Int32Array(link.target.recordCount);
  for (let record = 1; record < table.recordCount; record++) days[link.of(record)] = dayOf(record);
  days[0] = 0;
  return (record) => days[record] ?? 0;
}

/** Tells people's names apart, letter case left aside: a number for each given and family name together, 0 where one is missing. */
export function nameNumbers(table: Table): (record: number) => number {
  const given = foldedTexts(table, 'givenName');
  const family = foldedTexts(table, 'familyName');
  if (given === undefined || family === undefined) return () => 0;
  const names = new PairNumbers();
  return (record) => {
    const first = given(record);
    const last = family(record);
    return first === 0 || last === 0 ? 0 : names.numberOf(first, last);
  };
}

/** Whether two records may have one person's middle name: it is the same, or one of them has none. */
export function middleNamesAgree(table: Table): (record: number, other: number) => boolean {
  const middle = foldedTexts(table, 'middleName');
  if (middle === undefined) return () => true;
  return (record, other) => {
    const [left, right] = [middle(record), middle(other)];
    return left === right || left === 0 || right === 0;
  };
}

/** A number for each text of a column, letter case and blanks round it left aside; 0 for the empty one. */
function foldedTexts(table: Table, name: string) {
  const column = table.columnIndex(name);
  if (column < 0) return undefined;
  const values = table.values(column);
  const known = new Map<string, number>([['', 0]]);
  const numbers = new Uint32Array(values.size);
  for (let code = emptyCode + 1; code < values.size; code++) {
    const text = values.text(code).trim().toLowerCase();
    const number = known.get(text) ?? known.size;
    known.set(text, number);
    numbers[code] = number;
  }
  const { codes } = values;
  return (record: number) => {
    const code = codes[record] ?? noField;
    return code === noField ? 0 : (numbers[code] ?? 0);
  };
}
