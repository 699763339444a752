import type { MappingConfig } from '../config/config';
import { emptyCode, noField, type DistinctValues } from '../model/distinct-values';
import type { Roster } from '../model/roster';
import type { Table } from '../model/table';
import { eachRecord } from '../rules/shared/each-record';
import { codesMeaning } from '../rules/shared/meanings';
import type { Steps } from '../steps';
import { leadsNowhere, namesNone, readBelonging, type Belonging } from './belonging';
import { placeSchools, type SchoolPlaces } from './place-schools';
import type { PlaceReason } from './preview';

/** What a record of users.csv is to a sync. */
export const standings = { unreadable: 0, active: 1, deleted: 2, inactive: 3 } as const;

/** Reasons as numbers, so that there is no text per person. */
export const placeReasons = [
  'mapped',
  'school-not-mapped',
  'not-a-school',
  'no-school',
  'unknown-school',
  'deleted-school',
] as const satisfies readonly PlaceReason[];

/** Where each person of a roster would land, by the record in users.csv. */
export interface PlacedPeople {
  readonly table: Table;
  readonly ids: DistinctValues | undefined;
  readonly belonging: Belonging;
  readonly schools: SchoolPlaces;
  /** One of `standings`. */
  readonly standing: Uint8Array;
  /** A place in `schools.locations`, or -1 for no location. */
  readonly location: Int32Array;
  /** A place in `placeReasons`. */
  readonly reason: Uint8Array;
}

/** Works out where everybody lands, in steps. Undefined where users.csv is not there or cannot be read. */
export function* placePeople(roster: Roster, mapping: MappingConfig): Steps<PlacedPeople | undefined> {
  const table = roster.table('users');
  if (table?.readable !== true) return undefined;
  const schools = placeSchools(roster, mapping);
  const belonging = readBelonging(roster, table);
  yield;
  const standing = standingsOf(table);
  const location = new Int32Array(table.recordCount).fill(-1);
  const reason = new Uint8Array(table.recordCount);
  yield* eachRecord(table.recordCount, (record) => {
    if (standing[record] === standings.unreadable) return;
    const home = belonging.homeOf(record);
    const why = reasonFor(home, schools);
    reason[record] = placeReasons.indexOf(why);
    location[record] = why === 'mapped' ? (schools.locationOf[home] ?? -1) : schools.defaultLocation;
  });
  const id = table.columnIndex('sourcedId');
  const ids = id < 0 ? undefined : table.values(id);
  return { table, ids, belonging, schools, standing, location, reason };
}

function reasonFor(home: number, { table, locationOf, isSchool, isActive }: SchoolPlaces): PlaceReason {
  if (home === namesNone) return 'no-school';
  if (home === leadsNowhere || table === undefined) return 'unknown-school';
  if (isActive[home] !== 1) return 'deleted-school';
  if ((locationOf[home] ?? -1) >= 0) return 'mapped';
  return isSchool[home] === 1 ? 'school-not-mapped' : 'not-a-school';
}

function standingsOf(table: Table): Uint8Array {
  const standing = new Uint8Array(table.recordCount);
  const column = table.columnIndex('status');
  const codes = column < 0 ? undefined : table.values(column).codes;
  const isDeleted = column < 0 ? undefined : codesMeaning(table, column, 'tobedeleted');
  const isInactive = column < 0 ? undefined : codesMeaning(table, column, 'inactive');
  for (let record = 1; record < standing.length; record++) {
    if (!table.isIntact(record) || table.isBlank(record)) continue;
    const code = codes?.[record] ?? emptyCode;
    const ended = code !== noField && isDeleted?.[code] === 1;
    const paused = code !== noField && isInactive?.[code] === 1;
    standing[record] = ended ? standings.deleted : paused ? standings.inactive : standings.active;
  }
  return standing;
}

/** The first record of a person's id, so that nobody is counted twice. */
export function isFirstOfId({ ids }: PlacedPeople, record: number): boolean {
  const code = ids?.codes[record] ?? noField;
  return ids === undefined || code === noField || code === emptyCode || ids.firstRecord(code) === record;
}
