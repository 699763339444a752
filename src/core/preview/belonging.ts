import { emptyCode, noField } from '../model/distinct-values';
import type { Roster } from '../model/roster';
import type { Table } from '../model/table';
import { linkOf, ListReader, listLinkOf, recordsByTarget } from '../rules/shared/links';
import { meaningReader } from '../rules/shared/meanings';

/** Why no organization is known of a person. */
export const namesNone = 0;
export const leadsNowhere = -1;

/** What a person's records say of organizations and roles, by the record in users.csv. */
export interface Belonging {
  /** The organization that counts, as a record of orgs.csv; `namesNone`, or `leadsNowhere` for an id that there is not. */
  readonly homeOf: (user: number) => number;
  /** What stands where that organization is named. */
  readonly homeText: (user: number) => string;
  /** All organizations that are named and there, each once, at the first call for that person. */
  readonly orgsOf: (user: number) => readonly number[];
  /** The role in the specification's words; as it stands there where it is none of these. Empty without one. */
  readonly roleOf: (user: number) => string;
}

/** Reads it from users.csv, or from roles.csv in versions that keep roles in a file of their own. */
export function readBelonging(roster: Roster, users: Table): Belonging {
  return roster.specification.column('users', 'orgSourcedIds') === undefined
    ? belongingByRoles(roster, users)
    : belongingByLists(roster, users);
}

function belongingByLists(roster: Roster, users: Table): Belonging {
  const roleOf = roleReader(users);
  const references = listLinkOf(roster, 'users', 'orgSourcedIds');
  if (references === undefined) {
    return { homeOf: () => namesNone, homeText: () => '', orgsOf: () => [], roleOf };
  }
  const { values } = references;
  const { codes } = values;
  const homes = new Int32Array(values.size);
  const texts = new Array<string>(values.size).fill('');
  for (let code = 1; code < values.size; code++) {
    const [first] = references.items(code);
    if (first === undefined) continue;
    homes[code] = first.record ?? first.nearRecord ?? leadsNowhere;
    texts[code] =
      values
        .text(code)
        .split(',')
        .find((item) => item.trim() !== '')
        ?.trim() ?? '';
  }
  const lists = new ListReader(references);
  return {
    homeOf: (user) => homes[codes[user] ?? noField] ?? namesNone,
    homeText: (user) => texts[codes[user] ?? noField] ?? '',
    orgsOf: (user) => [...new Set(lists.of(user))],
    roleOf,
  };
}

function belongingByRoles(roster: Roster, users: Table): Belonging {
  const owners = linkOf(roster, 'roles', 'userSourcedId');
  const orgs = linkOf(roster, 'roles', 'orgSourcedId');
  const primary = linkOf(roster, 'users', 'primaryOrgSourcedId');
  const roles = owners === undefined ? undefined : recordsByTarget(owners);
  const typeOf = owners === undefined ? undefined : meaningReader(owners.table, 'roleType');
  const roleAt = owners === undefined ? () => '' : roleReader(owners.table);
  const chosen = new Int32Array(users.recordCount);
  for (let user = 1; roles !== undefined && user < chosen.length; user++) {
    const first = roles.first(user);
    let role = first;
    while (role > 0 && typeOf?.(role) !== 'primary') role = roles.next(role);
    chosen[user] = role > 0 ? role : first;
  }
  const primaryText = fieldReader(users, 'primaryOrgSourcedId');
  const orgText = owners === undefined ? () => '' : fieldReader(owners.table, 'orgSourcedId');
  const homeText = (user: number) => {
    const own = primaryText(user);
    return own !== '' || chosen[user] === 0 ? own : orgText(chosen[user] ?? 0);
  };
  return {
    homeText,
    homeOf(user) {
      const found = primary?.of(user) ?? 0;
      if (found !== 0) return found;
      if (primaryText(user) !== '') return leadsNowhere;
      const role = chosen[user] ?? 0;
      if (role === 0) return namesNone;
      const org = orgs?.of(role) ?? 0;
      return org > 0 ? org : orgText(role) === '' ? namesNone : leadsNowhere;
    },
    orgsOf(user) {
      const found = new Set<number>([primary?.of(user) ?? 0]);
      for (let role = roles?.first(user) ?? 0; role > 0; role = roles?.next(role) ?? 0) {
        found.add(orgs?.of(role) ?? 0);
      }
      found.delete(0);
      return [...found];
    },
    roleOf: (user) => (chosen[user] === 0 ? '' : roleAt(chosen[user] ?? 0)),
  };
}

function roleReader(table: Table): (record: number) => string {
  const meaning = meaningReader(table, 'role');
  const text = fieldReader(table, 'role');
  return (record) => meaning?.(record) ?? text(record);
}

/** Reads a field without blanks at its ends; empty where the table does not have the column. */
export function fieldReader(table: Table, name: string): (record: number) => string {
  const column = table.columnIndex(name);
  if (column < 0) return () => '';
  const values = table.values(column);
  const { codes, size } = values;
  // Where most records have a value of their own, there is no use in keeping its text.
  const known = size * 2 > table.recordCount ? undefined : new Array<string | undefined>(size);
  return (record) => {
    const code = codes[record] ?? noField;
    if (code === noField || code === emptyCode) return '';
    const text = known?.[code] ?? values.text(code).trim();
    if (known !== undefined) known[code] = text;
    return text;
  };
}
