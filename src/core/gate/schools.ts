import type { Both, Comparison, Side, TableComparison } from '../compare/comparison';
import { describeRecord } from '../features/describe-record';
import { emptyCode, noField } from '../model/distinct-values';
import type { Roster } from '../model/roster';
import type { Table } from '../model/table';
import { linkOf, ListReader, recordsByTarget } from '../rules/shared/links';
import { holdsChangesOnly } from './record-fates';

/** A school or another organization of either roster. */
export interface School {
  readonly id: string;
  readonly name: string;
  readonly isGone: boolean;
  /** Whether it is a school rather than a district or a department. */
  readonly isSchool: boolean;
}

/** The schools of two rosters, and which of them a record belongs to, by their places in the list. */
export interface Schools {
  readonly list: readonly School[];
  /** Reads the schools of a table's records. Undefined where nothing says which they belong to. */
  reader(side: Side, table: Table): ((record: number) => readonly number[]) | undefined;
}

/** Finds the schools: those of the earlier roster first, then those that are new. */
export function schoolsOf(comparison: Comparison): Schools {
  const { rosters, tables } = comparison;
  const orgs = tables.find(({ sides }) => (sides.after.table ?? sides.before.table)?.fact?.name === 'orgs');
  const numbers: Both<Map<number, number>> = { before: new Map(), after: new Map() };
  const list =
    orgs?.failure === undefined && orgs !== undefined ? listSchools(comparison, orgs, numbers) : [];
  return { list, reader: (side, table) => readerOf(rosters[side], table, numbers[side]) };
}

function listSchools(
  { rosters }: Comparison,
  { sides: { before, after }, matched, added }: TableComparison,
  numbers: Both<Map<number, number>>,
): readonly School[] {
  const list: School[] = [];
  const partners = new Map<number, number>();
  matched.before.forEach((record, pair) => partners.set(record, matched.after[pair] ?? 0));
  const staysIfLeftOut = holdsChangesOnly(rosters.after, after);
  for (const record of keyed(before.table, before.key)) {
    const partner = partners.get(record) ?? 0;
    const isThere = partner === 0 ? staysIfLeftOut : after.table?.active()[partner] === 1;
    const wasThere = before.table?.active()[record] === 1;
    numbers.before.set(record, list.length);
    if (partner > 0) numbers.after.set(partner, list.length);
    list.push(describe(rosters.before, before.table, before.key, record, wasThere && !isThere));
  }
  for (const record of added) {
    numbers.after.set(record, list.length);
    list.push(describe(rosters.after, after.table, after.key, record, false));
  }
  return list;
}

function* keyed(table: Table | undefined, key: number): Generator<number> {
  if (table === undefined) return;
  const values = table.values(key);
  for (let code = emptyCode + 1; code < values.size; code++) yield values.firstRecord(code);
}

function describe(
  roster: Roster,
  table: Table | undefined,
  key: number,
  record: number,
  isGone: boolean,
): School {
  if (table === undefined) throw new Error('an organization is in no table');
  const { name } = describeRecord(roster, table, record);
  const type = table.columnIndex('type');
  const isSchool = type < 0 || table.text(record, type).trim().toLowerCase() === 'school';
  return { id: table.text(record, key), name, isGone, isSchool };
}

type Reader = (record: number) => readonly number[];

const none: readonly number[] = [];

/** By the columns that refer to organizations; people of 1.2 belong to those of their roles, too. */
function readerOf(roster: Roster, table: Table, numbers: ReadonlyMap<number, number>): Reader | undefined {
  if (table.fact?.name === 'orgs') return undefined;
  const readers: Reader[] = [...table.header.keys()].flatMap((column) => {
    if (table.columnFact(column)?.reference?.table !== 'orgs') return [];
    const references = roster.references(table, column);
    return references === undefined
      ? []
      : [numbered(new ListReader(references).of, references.values.codes, numbers)];
  });
  const ofRoles = table.fact?.name === 'users' ? rolesReader(roster, numbers) : undefined;
  const all = ofRoles === undefined ? readers : [...readers, ofRoles];
  const [only, ...others] = all;
  if (only === undefined || others.length === 0) return only;
  return (record) => [...new Set(all.flatMap((read) => read(record)))];
}

/** The places of the organizations that a field names; each value is looked at once. */
function numbered(targets: Reader, codes: Uint32Array, numbers: ReadonlyMap<number, number>): Reader {
  const known = new Map<number, readonly number[]>();
  return (record) => {
    const code = codes[record] ?? noField;
    if (code === emptyCode || code === noField) return none;
    const found = known.get(code);
    if (found !== undefined) return found;
    const places = [...new Set(targets(record).flatMap((target) => numbers.get(target) ?? []))];
    known.set(code, places);
    return places;
  };
}

function rolesReader(roster: Roster, numbers: ReadonlyMap<number, number>): Reader | undefined {
  const users = linkOf(roster, 'roles', 'userSourcedId');
  const orgs = linkOf(roster, 'roles', 'orgSourcedId');
  if (users === undefined || orgs === undefined) return undefined;
  const roles = recordsByTarget(users);
  return (user) => {
    const places: number[] = [];
    for (let role = roles.first(user); role > 0; role = roles.next(role)) {
      const place = numbers.get(orgs.of(role));
      if (place !== undefined && !places.includes(place)) places.push(place);
    }
    return places;
  };
}
