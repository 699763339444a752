import { emptyCode, noField } from '../model/distinct-values';
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

/** Tells whether a field holds the text; each distinct value is looked at once. */
function matcher({ table }: PlacedPeople, name: string, wanted: string): (record: number) => boolean {
  const column = table.columnIndex(name);
  if (column < 0) return () => false;
  const values = table.values(column);
  const { codes } = values;
  const known = new Uint8Array(values.size);
  return (record) => {
    const code = codes[record] ?? noField;
    if (code === noField || code === emptyCode) return false;
    if (known[code] === 0) known[code] = values.text(code).toLowerCase().includes(wanted) ? 1 : 2;
    return known[code] === 1;
  };
}

/** As people are called and as they are listed: `Ada Byron`, `Byron, Ada`. */
function nameMatcher(people: PlacedPeople, wanted: string): (record: number) => boolean {
  const inGiven = matcher(people, 'givenName', wanted);
  const inFamily = matcher(people, 'familyName', wanted);
  if (!/[\s,]/.test(wanted)) return (record) => inGiven(record) || inFamily(record);
  const given = fieldReader(people.table, 'givenName');
  const family = fieldReader(people.table, 'familyName');
  return (record) => {
    if (inGiven(record) || inFamily(record)) return true;
    const [first, last] = [given(record).toLowerCase(), family(record).toLowerCase()];
    return `${first} ${last}`.includes(wanted) || `${last}, ${first}`.includes(wanted);
  };
}
