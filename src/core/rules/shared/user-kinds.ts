import type { Roster } from '../../model/roster';
import { linkOf } from './links';
import { meaningReader } from './meanings';

/** What a person is by the roster: only a student, something else, both, or not known. */
export type UserKind = 'student' | 'other' | 'both' | 'unknown';

const isStudent = 1;
const isOther = 2;
const isRejected = 4;

/**
 * Tells what each person is, by the record in users.csv: from `role` there, or from roles.csv in versions that keep roles in a
 * file of their own. Undefined where that file is not there or says only what changed.
 */
export function userKinds(roster: Roster): ((userRecord: number) => UserKind) | undefined {
  const kinds =
    roster.specification.column('users', 'role') === undefined ? kindsByRoles(roster) : kindsByUsers(roster);
  if (kinds === undefined) return undefined;
  return (record) => {
    const kind = kinds[record] ?? 0;
    if (kind === 0 || (kind & isRejected) !== 0) return 'unknown';
    return kind === isStudent ? 'student' : kind === isOther ? 'other' : 'both';
  };
}

function kindsByUsers(roster: Roster): Uint8Array | undefined {
  const table = roster.column('users', 'role')?.table;
  const roleOf = table === undefined ? undefined : meaningReader(table, 'role');
  if (table === undefined || roleOf === undefined) return undefined;
  const kinds = new Uint8Array(table.recordCount);
  for (let record = 0; record < kinds.length; record++) kinds[record] = kindOf(roleOf(record));
  return kinds;
}

function kindsByRoles(roster: Roster): Uint8Array | undefined {
  const users = linkOf(roster, 'roles', 'userSourcedId');
  const roleOf = users === undefined ? undefined : meaningReader(users.table, 'role');
  if (users === undefined || roleOf === undefined || users.table.mode !== 'bulk') return undefined;
  const kinds = new Uint8Array(users.target.recordCount);
  const active = users.table.active();
  for (let record = 1; record < active.length; record++) {
    const user = active[record] === 1 ? users.of(record) : 0;
    if (user > 0) kinds[user] = (kinds[user] ?? 0) | kindOf(roleOf(record));
  }
  return kinds;
}

function kindOf(role: string | undefined): number {
  return role === undefined ? isRejected : role === 'student' ? isStudent : isOther;
}
