import { fieldReader } from './belonging';
import { placeReasons, type PlacedPeople } from './place-people';
import type { PersonRow } from './preview';

/** A person as a row, without the reason to show it. */
export type PlainRow = Omit<PersonRow, 'reason'>;

export type RowReader = (record: number, detail?: string) => PlainRow;

/** Makes rows of people. `names`: whether their names are in them. */
export function rowReader(people: PlacedPeople, names: boolean): RowReader {
  const { table, belonging } = people;
  const idOf = fieldReader(table, 'sourcedId');
  const nameOf = names ? nameReader(people) : undefined;
  return (record, detail) => ({
    record: record + 1,
    sourcedId: idOf(record),
    ...(nameOf === undefined ? {} : { name: nameOf(record) }),
    role: belonging.roleOf(record),
    school: belonging.homeText(record),
    location: locationName(people, record),
    ...(detail === undefined ? {} : { detail }),
  });
}

/** Empty where a person has no location. */
export function locationName({ location, schools }: PlacedPeople, record: number): string {
  return schools.locations[location[record] ?? -1] ?? '';
}

/** Why a person is at that location. */
export function placeReason({ reason }: PlacedPeople, record: number): (typeof placeReasons)[number] {
  return placeReasons[reason[record] ?? 0] ?? 'mapped';
}

export function nameReader({ table }: PlacedPeople): (record: number) => string {
  const given = fieldReader(table, 'givenName');
  const family = fieldReader(table, 'familyName');
  return (record) => `${given(record)} ${family(record)}`.trim();
}
