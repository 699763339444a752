import type { Roster } from '../model/roster';
import type { Table } from '../model/table';
import { phrase } from '../text/say';

/** The columns, in order of preference, that hold what people call a record. */
export const nameColumns: readonly (readonly string[])[] = [
  ['givenName', 'familyName'],
  ['name'],
  ['title'],
  ['username'],
  ['propertyName'],
];
/** The columns that say what kind of thing a record is. */
const kindColumns: readonly string[] = ['role', 'type', 'classType', 'scoreStatus'];

/** A record in the words of the person who keeps it. */
export interface RecordDescription {
  /** `Ada Byron`, `North High`; the id where the table has no names. */
  readonly name: string;
  /** `student`, `school`; what one record of the table is called where it has no such column. */
  readonly kind: string;
  /** Further things that tell it apart, each a short phrase: its school, its dates. */
  readonly details: readonly string[];
  readonly file: string;
  /** As a spreadsheet numbers it: the header is record 1. */
  readonly record: number;
}

/** Says who or what a record is. Records count from 0 here, the header included. */
export function describeRecord(roster: Roster, table: Table, record: number): RecordDescription {
  const kind = firstFilled(table, record, kindColumns) ?? roster.say(table.fact?.record ?? phrase('record'));
  return {
    name: nameOf(table, record) ?? table.text(record, 0),
    kind,
    details: [...schoolsOf(roster, table, record), ...datesOf(roster, table, record)],
    file: table.file,
    record: record + 1,
  };
}

/** The columns of a table that hold what people call its records, each by its place. */
export function nameColumnsOf(table: Table): readonly number[] {
  return nameColumns.flat().flatMap((name) => {
    const index = table.columnIndex(name);
    return index < 0 || table.columnFact(index)?.reference !== undefined ? [] : [index];
  });
}

/** What people call a record, where its own table says it. */
export function nameOf(table: Table, record: number): string | undefined {
  for (const columns of nameColumns) {
    const parts = columns.map((column) => valueOf(table, record, column)).filter((part) => part !== '');
    if (parts.length > 0) return parts.join(' ');
  }
  return undefined;
}

/** The names of the schools that a record belongs to, at most two. */
function schoolsOf(roster: Roster, table: Table, record: number): readonly string[] {
  for (const column of ['schoolSourcedId', 'orgSourcedIds', 'primaryOrgSourcedId']) {
    const index = table.columnIndex(column);
    const references = index < 0 ? undefined : roster.references(table, index);
    const targets = references?.targets(record) ?? [];
    if (references === undefined || targets.length === 0) continue;
    const names = targets.slice(0, 2).map((target) => nameOf(references.target, target) ?? '');
    return targets.length > 2 ? [...names, roster.say('{count} more', { count: targets.length - 2 })] : names;
  }
  return [];
}

function datesOf(roster: Roster, table: Table, record: number): readonly string[] {
  const start = valueOf(table, record, 'startDate');
  const end = valueOf(table, record, 'endDate');
  return start === '' && end === '' ? [] : [roster.say('{start} to {end}', { start, end })];
}

function firstFilled(table: Table, record: number, columns: readonly string[]): string | undefined {
  return columns.map((column) => valueOf(table, record, column)).find((value) => value !== '');
}

function valueOf(table: Table, record: number, column: string): string {
  const index = table.columnIndex(column);
  return index < 0 ? '' : table.text(record, index);
}
