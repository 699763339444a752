import type { NodePlace, RecordNode, RecordSet, RecordType } from '../explorer-protocol';
import { describeRecord, nameOf } from '../features/describe-record';
import type { Roster } from '../model/roster';
import type { Table } from '../model/table';
import { keyColumn } from '../rules/shared/key-column';
import { linkOf, type Link } from '../rules/shared/links';
import { textIn } from '../rules/shared/meanings';
import { lookupColumns } from './name-order';
import { sumOf, type CountedProblems } from './problem-counts';
import { idOf, isNamedById, readableTable, recordsNaming, schoolReader } from './record-sets';
import { type Say } from '../text/say';

/** Says where a byte of a table is, as the protocol counts. */
export type PlaceOf = (table: Table, offset: number) => NodePlace;

const types: ReadonlyMap<string, RecordType> = new Map([
  ['orgs', 'school'],
  ['academicSessions', 'session'],
  ['courses', 'course'],
  ['classes', 'class'],
]);

/** A record's name as lists have it: of a person the family's name first. */
export function listedName(table: Table, record: number, say: Say): string {
  const parts = lookupColumns(table).map((column) => table.text(record, column).trim());
  const name = parts.every((part) => part !== '') ? parts.join(', ') : nameOf(table, record);
  return (
    [name?.trim(), idOf(table, record)].find(Boolean) ??
    say('Record {record}', { record: String(record + 1) })
  );
}

/** Makes the nodes of records. What they have to be asked of the roster is worked out once. */
export class RecordNodes {
  readonly #roster: Roster;
  readonly #problems: CountedProblems;
  readonly #placeOf: PlaceOf;
  readonly #peopleOf: (org: number) => number;
  readonly #isSchool: (org: number) => boolean;
  readonly #people: Link | undefined;

  constructor(roster: Roster, problems: CountedProblems, placeOf: PlaceOf) {
    const orgs = readableTable(roster, 'orgs');
    this.#roster = roster;
    this.#problems = problems;
    this.#placeOf = placeOf;
    this.#peopleOf = orgs === undefined ? () => 0 : peopleCounter(roster, orgs);
    this.#isSchool = orgs === undefined ? () => true : schoolReader(orgs);
    this.#people = linkOf(roster, 'enrollments', 'userSourcedId');
  }

  /** The node of a record of a set. */
  of(set: RecordSet, table: Table, record: number): RecordNode {
    return set.kind === 'members' ? this.#member(table, record) : this.#record(set, table, record);
  }

  #record(set: RecordSet, table: Table, record: number): RecordNode {
    const name = table.fact?.name;
    const isNamed = isNamedById(table, record);
    const sourcedId = idOf(table, record);
    const node = {
      kind: 'record' as const,
      id: isNamed ? `r:${sourcedId}` : `n:${String(record)}`,
      name: listedName(table, record, this.#roster.say),
      sourcedId,
      problems: this.#problems.ofRecord(table, record),
      place: this.#place(table, record),
    };
    const type = this.#typeOf(table, record);
    const words = [...statusOf(table, record), ...this.#words(set, type, table, record)];
    const count = (other: 'classes' | 'enrollments') =>
      isNamed ? recordsNaming(this.#roster, other, table, record).length : 0;
    if (name === 'orgs') {
      const classes = count('classes');
      const children = listIf(classes, { kind: 'classes', table: 'orgs', id: sourcedId });
      return { ...node, type, words, classes, people: isNamed ? this.#peopleOf(record) : 0, ...children };
    }
    if (name === 'courses') {
      const classes = count('classes');
      return {
        ...node,
        type,
        words,
        classes,
        ...listIf(classes, { kind: 'classes', table: 'courses', id: sourcedId }),
      };
    }
    if (name !== 'classes') return { ...node, type, words };
    const people = count('enrollments');
    return { ...node, type, words, people, ...listIf(people, { kind: 'members', id: sourcedId }) };
  }

  /** Somebody who is enrolled in a class, where that is known; with what is wrong with the enrollment, too. */
  #member(enrollments: Table, record: number): RecordNode {
    const enrollment = this.#place(enrollments, record);
    const own = this.#problems.ofRecord(enrollments, record);
    const id = isNamedById(enrollments, record) ? `e:${idOf(enrollments, record)}` : `n:${String(record)}`;
    const role = textIn(enrollments, record, 'role');
    const words = [...statusOf(enrollments, record), ...(role === '' ? [] : [role])];
    const node = { kind: 'record' as const, id, words, enrollment };
    const user = this.#people?.of(record) ?? 0;
    if (this.#people === undefined || user === 0) {
      const name = textIn(enrollments, record, 'userSourcedId') || idOf(enrollments, record);
      return { ...node, type: 'nobody', name, sourcedId: '', place: enrollment, problems: own };
    }
    const users = this.#people.target;
    return {
      ...node,
      type: 'person',
      name: listedName(users, user, this.#roster.say),
      sourcedId: idOf(users, user),
      place: this.#place(users, user),
      problems: sumOf([this.#problems.ofRecord(users, user), own]),
    };
  }

  #place(table: Table, record: number): NodePlace {
    const column = Math.max(keyColumn(table), 0);
    const hasId = column < table.fieldCount(record);
    return this.#placeOf(table, hasId ? table.content(record, column).start : table.range(record).start);
  }

  #typeOf(table: Table, record: number): RecordType {
    const type = types.get(table.fact?.name ?? '') ?? 'person';
    return type === 'school' && !this.#isSchool(record) ? 'organization' : type;
  }

  /** What tells a record apart and is not said by the list that it stands in. */
  #words(set: RecordSet, type: RecordType, table: Table, record: number): readonly string[] {
    const { kind, details } = describeRecord(this.#roster, table, record);
    if (type === 'organization' || type === 'session') return [kind, ...details];
    if (set.kind === 'classes' && set.table === 'orgs') return [];
    return details.filter((detail) => detail !== '');
  }
}

function listIf(count: number, of: RecordSet): Pick<RecordNode, 'children'> {
  return count === 0 ? {} : { children: { kind: 'records', of } };
}

/** The status of a record that does not count any more, in its own word. */
function statusOf(table: Table, record: number): readonly string[] {
  if (table.active()[record] === 1) return [];
  const status = textIn(table, record, 'status');
  return status === '' ? [] : [status];
}

/** Tells how many people belong to an organization, each counted once. */
function peopleCounter(roster: Roster, orgs: Table): (org: number) => number {
  const users = readableTable(roster, 'users');
  if (users === undefined) return () => 0;
  const roles = linkOf(roster, 'roles', 'userSourcedId');
  const uses = roster.uses(orgs);
  const direct = uses.filter(({ references }) => references.table === users);
  const byRole = roles === undefined ? [] : uses.filter(({ references }) => references.table === roles.table);
  const [only] = direct;
  if (only !== undefined && direct.length === 1 && byRole.length === 0)
    return (org) => only.records(org).length;
  const countedFor = new Int32Array(users.recordCount).fill(-1);
  return (org) => {
    let count = 0;
    const add = (user: number) => {
      if (user === 0 || countedFor[user] === org) return;
      countedFor[user] = org;
      count++;
    };
    countedFor.fill(-1);
    for (const each of direct) for (const user of each.records(org)) add(user);
    for (const each of byRole) for (const role of each.records(org)) add(roles?.of(role) ?? 0);
    return count;
  };
}
