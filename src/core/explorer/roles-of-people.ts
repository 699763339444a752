import type { RoleGroup } from '../explorer-protocol';
import { noField } from '../model/distinct-values';
import type { Roster } from '../model/roster';
import type { Table } from '../model/table';
import { columnOf, linkOf } from '../rules/shared/links';
import { meaningReader } from '../rules/shared/meanings';

/** The people of a roster by role. */
export interface PeopleByRole {
  /** The roles that somebody has, those with the most people first; people without one and with strange ones last. */
  readonly groups: readonly { readonly role: RoleGroup; readonly count: number }[];
  /** The records of the people who have a role, from top to bottom. */
  records(role: RoleGroup): Uint32Array;
}

/** A bit for each role that the specification knows, and one for all others. */
const mostRoles = 30;
const otherRole = 1 << mostRoles;

/**
 * Tells who has which role: from users.csv, or from roles.csv in versions that keep roles in a file of their own. There a person may
 * have several, and is one of the people of each.
 */
export function peopleByRole(roster: Roster, users: Table): PeopleByRole {
  const { roles, masks } = readRoles(roster, users);
  const maskOf = (role: RoleGroup) =>
    role === 'none' ? 0 : role === 'other' ? otherRole : 1 << roles.indexOf(role.role);
  const records = (role: RoleGroup) => {
    const mask = maskOf(role);
    const has = (record: number) => {
      const own = masks[record] ?? 0;
      return mask === 0 ? own === 0 : (own & mask) !== 0;
    };
    return recordsWhere(users, has);
  };
  const count = (role: RoleGroup) => ({ role, count: records(role).length });
  const known = roles.map((role) => count({ role })).sort((a, b) => b.count - a.count);
  const groups = [...known, count('other'), count('none')].filter((each) => each.count > 0);
  return { groups, records };
}

/** The records of a table that hold something, as far as they are wanted. */
export function recordsWhere(table: Table, isWanted: (record: number) => boolean): Uint32Array {
  const found = new Uint32Array(Math.max(table.recordCount - 1, 0));
  const mayBeBlank = !table.isRegular;
  let count = 0;
  for (let record = 1; record < table.recordCount; record++) {
    if (mayBeBlank && table.isBlank(record)) continue;
    if (isWanted(record)) found[count++] = record;
  }
  return found.subarray(0, count);
}

interface ReadRoles {
  readonly roles: readonly string[];
  /** The roles of each person, by the record in users.csv, as bits. */
  readonly masks: Uint32Array;
}

function readRoles(roster: Roster, users: Table): ReadRoles {
  const masks = new Uint32Array(users.recordCount);
  const own = columnOf(roster, 'users', 'role');
  if (own !== undefined) {
    const { roles, maskOf } = roleMasks(users, own.column);
    for (let record = 1; record < masks.length; record++) masks[record] = maskOf(record);
    return { roles, masks };
  }
  const link = linkOf(roster, 'roles', 'userSourcedId');
  const place = columnOf(roster, 'roles', 'role');
  if (link === undefined || place === undefined) return { roles: [], masks };
  const { roles, maskOf } = roleMasks(link.table, place.column);
  const active = link.table.active();
  for (let record = 1; record < active.length; record++) {
    const user = active[record] === 1 ? link.of(record) : 0;
    if (user > 0) masks[user] = (masks[user] ?? 0) | maskOf(record);
  }
  return { roles, masks };
}

function roleMasks(table: Table, column: number) {
  const roles = (table.columnFact(column)?.values ?? []).map(({ value }) => value).slice(0, mostRoles);
  const meaningOf = meaningReader(table, table.header[column] ?? '');
  const { codes } = table.values(column);
  const maskOf = (record: number) => {
    const role = meaningOf?.(record);
    if (role !== undefined && roles.includes(role)) return 1 << roles.indexOf(role);
    const code = codes[record] ?? noField;
    return code === noField || code === 0 ? 0 : otherRole;
  };
  return { roles, maskOf };
}
