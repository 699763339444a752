import type { MappingConfig } from '../config/config';
import type { Roster } from '../model/roster';
import { eachRecord } from '../rules/shared/each-record';
import type { Steps } from '../steps';
import { fieldReader } from './belonging';
import { standings, type PlacedPeople } from './place-people';
import { placeSchools, type SchoolPlaces } from './place-schools';
import type { LocationCount, PeopleCounts, Preview, RoleCount, SchoolRow } from './preview';

type Counts = Pick<Preview, 'people' | 'locations' | 'roles' | 'schools' | 'unknownSchools'>;

/** How many people land where, by role, and how many each school sends. Only those are counted that a sync would take in. */
export function* countPeople(
  roster: Roster,
  people: PlacedPeople | undefined,
  mapping: MappingConfig,
): Steps<Counts> {
  const schools = people?.schools ?? placeSchools(roster, mapping);
  const byPlace = new Map<number, Map<string, number>>(
    schools.locations.map((_, place) => [place, new Map()]),
  );
  const byRole = new Map<string, number>();
  const bySchool = new Uint32Array(schools.locationOf.length);
  if (people !== undefined) {
    const { standing, location, belonging } = people;
    yield* eachRecord(people.table.recordCount, (record) => {
      if (standing[record] !== standings.active) return;
      const role = belonging.roleOf(record);
      const place = location[record] ?? -1;
      const own = byPlace.get(place) ?? new Map<string, number>();
      byPlace.set(place, own);
      own.set(role, (own.get(role) ?? 0) + 1);
      byRole.set(role, (byRole.get(role) ?? 0) + 1);
      const home = belonging.homeOf(record);
      if (home > 0) bySchool[home] = (bySchool[home] ?? 0) + 1;
    });
  }
  return {
    people: standingCounts(people),
    locations: locationCounts(byPlace, schools),
    roles: roleCounts(byRole, mapping.roles),
    schools: schoolRows(schools, bySchool),
    unknownSchools: schools.unknown,
  };
}

function standingCounts(people: PlacedPeople | undefined): PeopleCounts {
  const counts = [0, 0, 0, 0];
  const standing = people?.standing ?? new Uint8Array();
  for (let record = 1; record < standing.length; record++) {
    if (people?.table.isBlank(record) === true) continue;
    const state = standing[record] ?? standings.unreadable;
    counts[state] = (counts[state] ?? 0) + 1;
  }
  const [unreadable = 0, active = 0, deleted = 0, inactive = 0] = counts;
  return { total: unreadable + active + deleted + inactive, active, deleted: deleted + inactive, unreadable };
}

function locationCounts(
  byPlace: ReadonlyMap<number, ReadonlyMap<string, number>>,
  { locations, defaultLocation }: SchoolPlaces,
): readonly LocationCount[] {
  const rank = ({ name, isDefault }: LocationCount) => (name === undefined ? 2 : isDefault ? 1 : 0);
  return [...byPlace]
    .map(([place, roles]): LocationCount => ({
      name: locations[place],
      isDefault: place >= 0 && place === defaultLocation,
      people: [...roles.values()].reduce((sum, count) => sum + count, 0),
      roles: Object.fromEntries([...roles].sort(([a], [b]) => compare(a, b))),
    }))
    .sort((a, b) => rank(a) - rank(b) || compare(a.name ?? '', b.name ?? ''));
}

function roleCounts(
  byRole: ReadonlyMap<string, number>,
  mapping: MappingConfig['roles'],
): readonly RoleCount[] {
  const names = new Map(Object.entries(mapping ?? {}));
  return [...byRole]
    .map(([role, people]) => ({ role, mappedTo: mapping === undefined ? role : names.get(role), people }))
    .sort((a, b) => b.people - a.people || compare(a.role, b.role));
}

/** The schools, and the other organizations that people belong to first. */
function schoolRows(places: SchoolPlaces, bySchool: Uint32Array): readonly SchoolRow[] {
  const { table, isSchool, isActive, locationOf, locations } = places;
  if (table === undefined) return [];
  const idOf = fieldReader(table, 'sourcedId');
  const nameOf = fieldReader(table, 'name');
  const rows: SchoolRow[] = [];
  for (let record = 1; record < bySchool.length; record++) {
    const people = bySchool[record] ?? 0;
    if (people === 0 && (isSchool[record] !== 1 || isActive[record] !== 1)) continue;
    const location = locations[locationOf[record] ?? -1];
    rows.push({ record: record + 1, sourcedId: idOf(record), name: nameOf(record), location, people });
  }
  return rows;
}

/** By code units, so that the order is the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
