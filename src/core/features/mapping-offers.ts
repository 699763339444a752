import type { Roster } from '../model/roster';
import type { Table } from '../model/table';
import { placeSchools } from '../preview/place-schools';
import { keyColumn } from '../rules/shared/key-column';
import { describeRecord } from './describe-record';
import { recordWords } from './record-card';

/** An organization that a mapping can give a location. */
export interface MappableOrg {
  readonly id: string;
  readonly name: string;
  /** `Lincoln High, school`. */
  readonly words: string;
  readonly isSchool: boolean;
}

/** So many organizations are offered at most. */
const mostOrgs = 1000;

/** The organizations of rosters that are not marked as deleted: schools first, each id once, in the order of the files. */
export function mappableOrgs(rosters: readonly Roster[]): readonly MappableOrg[] {
  const orgs = new Map<string, MappableOrg>();
  for (const roster of rosters)
    for (const org of orgsOf(roster)) if (!orgs.has(org.id)) orgs.set(org.id, org);
  const all = [...orgs.values()];
  return [...all.filter(({ isSchool }) => isSchool), ...all.filter(({ isSchool }) => !isSchool)];
}

function* orgsOf(roster: Roster): Generator<MappableOrg> {
  const { table, isSchool, isActive } = placeSchools(roster, {});
  if (table === undefined) return;
  const key = keyColumn(table);
  if (key < 0) return;
  for (let record = 1, found = 0; record < table.recordCount && found < mostOrgs; record++) {
    const id = table.text(record, key).trim();
    if (isActive[record] !== 1 || id === '') continue;
    found++;
    const description = describeRecord(roster, table, record);
    const { name } = description;
    yield { id, name, words: recordWords(description), isSchool: isSchool[record] === 1 };
  }
}

/** The record of an organization, by its id. */
export function findOrg(
  roster: Roster,
  id: string,
): { readonly table: Table; readonly record: number } | undefined {
  const table = roster.table('orgs');
  const key = table?.readable === true ? keyColumn(table) : -1;
  if (table === undefined || key < 0) return undefined;
  for (let record = 1; record < table.recordCount; record++) {
    if (table.isIntact(record) && table.text(record, key).trim() === id) return { table, record };
  }
  return undefined;
}

/** Names of locations to choose from: the school's own first, then those in use, then other schools'. */
export function locationNames(
  orgs: readonly MappableOrg[],
  school: string,
  inUse: readonly string[],
): readonly string[] {
  const own = orgs.filter(({ id }) => id === school).map(({ name }) => name);
  const others = orgs.filter(({ isSchool }) => isSchool).map(({ name }) => name);
  return [...new Set([...own, ...inUse, ...others])].filter((name) => name.trim() !== '');
}
