// Clean rosters of every version, made from a seed: a district in which everything fits, in the columns of the facts.
import { specification } from '../../src/core/spec/specification';
import type { TableMode } from '../../src/core/model/table';
import type { ColumnFact, OneRosterVersion, TableFact } from '../../src/core/spec/types';
import { fillField } from './fill-field';
import { createRandom, type Random } from './random';
import type { Sheet } from './sheet';
import { createWorld, type Row } from './world';

export interface RosterOptions {
  readonly version: OneRosterVersion;
  readonly seed: number;
  /** How many students the district has, from 1 on. */
  readonly size: number;
  /** `mixed`: some files are bulk and some delta. 1.0 says by its status fields alone what a file is. */
  readonly mode: TableMode | 'mixed';
  /** Leaves out the gradebook, the resources or demographics, where the version allows it, by chance. */
  readonly isPartial?: boolean;
  /** Adds columns of one's own to each table. */
  readonly hasMetadata?: boolean;
}

/** The sheets of a clean roster, the manifest first. */
export function cleanRoster(options: RosterOptions): Sheet[] {
  const { version, seed, size, mode } = options;
  const random = createRandom(seed);
  const world = createWorld(version, random, size);
  const isLeftOut = (fact: TableFact) =>
    !fact.requiredInPackage && (fact.group !== 'rostering' || fact.name === 'demographics');
  const leftOut =
    options.isPartial === true ? random.pick(['gradebook', 'resources', 'demographics', '']) : '';
  const sheets = specification(version)
    .tables.filter((fact) => !isLeftOut(fact) || (fact.group !== leftOut && fact.name !== leftOut))
    .map((fact) => {
      const modeOfTable = mode === 'mixed' ? random.pick(['bulk', 'delta'] as const) : mode;
      const rows = world.all(fact.name).map((row) => completed(row, fact, modeOfTable, version, random));
      return createSheet(fact, modeOfTable, rows);
    });
  if (options.hasMetadata === true) for (const sheet of sheets) addMetadata(sheet, random);
  return [...manifestOf(version, sheets), ...sheets];
}

function completed(
  row: Row,
  { name, columns }: TableFact,
  mode: TableMode,
  version: OneRosterVersion,
  random: Random,
): readonly string[] {
  return columns.map((column) => {
    if (isLifecycle(column)) return mode === 'bulk' ? '' : lifecycleOf(name, column, version, random);
    return row[column.name] ?? fillField(column, version, random);
  });
}

function isLifecycle({ name }: ColumnFact): boolean {
  return name === 'status' || name === 'dateLastModified';
}

/** Active, or in tables that nothing leans on perhaps deleted. */
function lifecycleOf(table: string, column: ColumnFact, version: OneRosterVersion, random: Random): string {
  if (column.name !== 'status') return column.example;
  const isLeaf = !isReferredTo(table, version) && !['enrollments', 'roles'].includes(table);
  return isLeaf && random.happens(0.2) ? 'tobedeleted' : 'active';
}

/** Whether a column of the version names records of the table. */
export function isReferredTo(table: string, version: OneRosterVersion): boolean {
  return specification(version).tables.some(({ columns }) =>
    columns.some(({ reference }) => reference?.table === table),
  );
}

export function createSheet(
  fact: Sheet['fact'],
  mode: TableMode,
  rows: readonly (readonly string[])[],
): Sheet {
  const header = fact.columns.map(({ name }) => name);
  return { file: fact.file, fact, mode, records: [header, ...rows.map((row) => [...row])], oddities: {} };
}

function addMetadata({ records }: Sheet, random: Random): void {
  for (const [index, record] of records.entries()) {
    if (index === 0) record.push('metadata.busNumber', 'metadata.jp.kanaName');
    else record.push(random.pick(['', '12', 'Linie 7, Süd']), random.pick(['', 'サトウ']));
  }
}

/** The manifest that these sheets ask for; none for 1.0. */
function manifestOf(version: OneRosterVersion, sheets: readonly Sheet[]): readonly Sheet[] {
  const { manifest } = specification(version);
  if (manifest === undefined) return [];
  const modes = new Map(sheets.map(({ fact, mode }) => [fact.name, mode]));
  const rows = manifest.rows.map(({ property, table, values }) => {
    if (table !== undefined) return [property, modes.get(table) ?? 'absent'];
    return [property, values?.[0]?.value ?? 'Kürbis SIS'];
  });
  return [createSheet(manifest, 'bulk', rows)];
}
