import { eachRecord } from '../rules/shared/each-record';
import type { Steps } from '../steps';
import { fieldReader } from './belonging';
import { placeReason, rowReader } from './person-row';
import { standings, type PlacedPeople } from './place-people';
import type { PersonRow } from './preview';

/** People whom a search has found. */
export interface FoundPeople {
  readonly total: number;
  readonly people: readonly PersonRow[];
}

/**
 * Finds people by a part of their id, name, user name or e-mail address, letter case left aside. The rows have names in them:
 * whoever searches by a name knows it.
 */
export function* findPeople(people: PlacedPeople, text: string, most: number): Steps<FoundPeople> {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return { total: 0, people: [] };
  const { table, standing } = people;
  const matches = ['sourcedId', 'username', 'email'].map((name) => matcher(people, name, wanted));
  const nameMatches = nameMatcher(people, wanted);
  const rowOf = rowReader(people, true);
  const rows: PersonRow[] = [];
  let total = 0;
  yield* eachRecord(table.recordCount, (record) => {
    const state = standing[record];
    if (state === standings.unreadable) return;
    if (!matches.some((isMatch) => isMatch(record)) && !nameMatches(record)) return;
    total++;
    if (rows.length >= most) return;
    const ended = state === standings.deleted ? 'tobedeleted' : 'inactive';
    const reason = state === standings.active ? placeReason(people, record) : ended;
    rows.push({ ...rowOf(record), reason });
  });
  return { total, people: rows };
}

function matcher({ table }: PlacedPeople, name: string, wanted: string): (record: number) => boolean {
  const read = fieldReader(table, name);
  return (record) => read(record).toLowerCase().includes(wanted);
}

function nameMatcher({ table }: PlacedPeople, wanted: string): (record: number) => boolean {
  const given = fieldReader(table, 'givenName');
  const family = fieldReader(table, 'familyName');
  return (record) => {
    const first = given(record).toLowerCase();
    const last = family(record).toLowerCase();
    return `${first} ${last}`.includes(wanted) || `${last}, ${first}`.includes(wanted);
  };
}
