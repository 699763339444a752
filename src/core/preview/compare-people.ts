import { emptyCode, noField, type DistinctValues } from '../model/distinct-values';
import { eachRecord } from '../rules/shared/each-record';
import type { Steps } from '../steps';
import { isFirstOfId, standings, type PlacedPeople } from './place-people';

/** What is told of the differences. Records are those of the roster that the word names. */
export interface ChangeListener {
  isNew(now: number): void;
  isMoved(now: number, before: number): void;
  /** `now` is the record that marks the person as deleted, or 0 where there is none. */
  isGone(before: number, now: number): void;
}

/** Compares people by their ids alone: who is new, who is gone, whose location is another. */
export function* comparePeople(
  now: PlacedPeople,
  before: PlacedPeople,
  listener: ChangeListener,
): Steps<void> {
  const isWhole = now.table.mode === 'bulk';
  const same = sameLocations(now, before);
  yield* eachRecord(now.table.recordCount, (record) => {
    if (!counts(now, record)) return;
    const old = recordOf(before.ids, now.ids, record);
    if (old === 0 || before.standing[old] !== standings.active) listener.isNew(record);
    else if (!same(now.location[record] ?? -1, before.location[old] ?? -1)) listener.isMoved(record, old);
  });
  yield* eachRecord(before.table.recordCount, (old) => {
    if (!counts(before, old)) return;
    const record = recordOf(now.ids, before.ids, old);
    if (record === 0 && isWhole) listener.isGone(old, 0);
    else if (record > 0 && now.standing[record] !== standings.active) listener.isGone(old, record);
  });
}

function counts(people: PlacedPeople, record: number): boolean {
  const code = people.ids?.codes[record] ?? noField;
  const hasId = code !== noField && code !== emptyCode;
  return hasId && people.standing[record] === standings.active && isFirstOfId(people, record);
}

/** The record of one roster whose id is that of a record of the other, or 0. */
function recordOf(
  ids: DistinctValues | undefined,
  others: DistinctValues | undefined,
  record: number,
): number {
  const code = others?.codes[record] ?? noField;
  if (ids === undefined || others === undefined || code === noField) return 0;
  const found = ids.findValue(others, code);
  return found > 0 ? ids.firstRecord(found) : 0;
}

/** Locations are numbered by each roster for itself. */
function sameLocations(now: PlacedPeople, before: PlacedPeople): (location: number, old: number) => boolean {
  const places = new Map(now.schools.locations.map((name, place) => [name, place]));
  const placeNow = before.schools.locations.map((name) => places.get(name) ?? -2);
  return (location, old) => location === (old < 0 ? -1 : (placeNow[old] ?? -2));
}
