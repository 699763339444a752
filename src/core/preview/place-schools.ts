import type { MappingConfig } from '../config/config';
import type { Roster } from '../model/roster';
import type { Table } from '../model/table';
import { codesMeaning } from '../rules/shared/meanings';
import { fieldReader } from './belonging';

/** Which location each organization is, by the record in orgs.csv. */
export interface SchoolPlaces {
  readonly table: Table | undefined;
  /** The names of all locations, each once. */
  readonly locations: readonly string[];
  /** A place in `locations`, or -1. */
  readonly locationOf: Int32Array;
  readonly isSchool: Uint8Array;
  readonly isActive: Uint8Array;
  /** The place of the default location, or -1 where there is none. */
  readonly defaultLocation: number;
  /** The ids of the mapping that the roster does not have. */
  readonly unknown: readonly string[];
}

/** Puts the schools in their places: as they are mapped, or each by its own name where nothing is. */
export function placeSchools(roster: Roster, mapping: MappingConfig): SchoolPlaces {
  const found = roster.table('orgs');
  const table = found?.readable === true ? found : undefined;
  const size = table?.recordCount ?? 1;
  const names = new Map<string, number>();
  const placeOf = (name: string) => {
    const place = names.get(name) ?? names.size;
    names.set(name, place);
    return place;
  };
  const locationOf = new Int32Array(size).fill(-1);
  const isSchool = new Uint8Array(size);
  const isActive = table?.active() ?? new Uint8Array(size);
  const wanted = new Map(Object.entries(mapping.schools ?? {}));
  const seen = new Set<string>();
  if (table !== undefined) {
    const idOf = fieldReader(table, 'sourcedId');
    const nameOf = fieldReader(table, 'name');
    const schoolCodes = codesOfSchools(table);
    for (let record = 1; record < size; record++) {
      const id = idOf(record);
      seen.add(id);
      isSchool[record] = schoolCodes(record) ? 1 : 0;
      const own = isSchool[record] === 1 && isActive[record] === 1 ? nameOf(record) || id : undefined;
      const location = mapping.schools === undefined ? own : wanted.get(id);
      if (location !== undefined) locationOf[record] = placeOf(location);
    }
  }
  return {
    table,
    locationOf,
    isSchool,
    isActive,
    defaultLocation: mapping.defaultLocation === undefined ? -1 : placeOf(mapping.defaultLocation),
    locations: [...names.keys()],
    unknown: [...wanted.keys()].filter((id) => !seen.has(id)),
  };
}

/** Where types are not given, every organization may be a school. */
function codesOfSchools(table: Table): (record: number) => boolean {
  const column = table.columnIndex('type');
  if (column < 0) return () => true;
  const isSchool = codesMeaning(table, column, 'school');
  const { codes } = table.values(column);
  return (record) => isSchool[codes[record] ?? -1] === 1;
}
