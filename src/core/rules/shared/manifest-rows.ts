import type { ManifestRow } from '../../model/manifest';
import type { Roster } from '../../model/roster';
import { otherDelimiter } from '../../model/header';
import type { Table } from '../../model/table';
import { nearestName } from '../../spec/nearest-name';
import { specification, versions } from '../../spec/specification';
import type { ManifestFact, ManifestRowFact, OneRosterVersion } from '../../spec/types';
import type { TablePlaces } from '../engine/define-rule';
import type { Place } from '../engine/problem';

/** A manifest whose rows can be read. */
export interface Manifest {
  readonly table: Table;
  readonly fact: ManifestFact;
  readonly rows: readonly ManifestRow[];
}

/**
 * The roster's manifest, or undefined where there is none, the version has none, or another problem stands for all of its
 * rows: it is empty, has no rows, or another delimiter splits it.
 */
export function readableManifest(roster: Roster): Manifest | undefined {
  const { manifest: table, manifestRows: rows, specification: facts } = roster;
  if (table === undefined || facts.manifest === undefined || rows.length === 0) return undefined;
  if (table.header.length === 0 || otherDelimiter(table.header) !== undefined) return undefined;
  return { table, fact: facts.manifest, rows };
}

/** The rows that state a property, by its exact name; those with too few or too many fields are left out. */
export function intactRows({ table, rows }: Manifest): readonly ManifestRow[] {
  return rows.filter(({ record, property }) => property !== '' && table.isIntact(record));
}

/** A row whose property the version does not have. */
export interface UnknownProperty {
  readonly row: ManifestRow;
  /** The property that it was probably meant to be. */
  readonly meant: string | undefined;
  /** The other versions that have it. */
  readonly versions: readonly OneRosterVersion[];
}

export interface PropertyPairs {
  readonly unknown: readonly UnknownProperty[];
  /** The required properties that no row states, not even misspelt. */
  readonly missing: readonly ManifestRowFact[];
}

/** Pairs misspelt properties with missing ones, so that each defect is reported once. */
export function pairProperties(manifest: Manifest): PropertyPairs {
  const { fact, rows } = manifest;
  const known = fact.rows.map(({ property }) => property);
  const stated = new Set(rows.map(({ property }) => withoutInvisible(property)));
  const open = new Set(known.filter((property) => !stated.has(property)));
  const seen = new Set<string>();
  const unknown: UnknownProperty[] = [];
  for (const row of intactRows(manifest)) {
    const name = withoutInvisible(row.property);
    if (known.includes(name) || seen.has(name) || name.includes('\ufffd')) continue;
    seen.add(name);
    const having = versionsWithProperty(name);
    const meant = having.length > 0 ? undefined : (nearestName(name, open) ?? nearestName(name, known));
    if (meant !== undefined) open.delete(meant);
    unknown.push({ row, meant, versions: having });
  }
  return { unknown, missing: fact.rows.filter(({ property, required }) => required && open.has(property)) };
}

/** Where a row's property stands, blanks round it left out. */
export function propertyPlace(table: Table, at: TablePlaces, row: ManifestRow): Place {
  return trimmedPlace(table, at, row.record, 0);
}

/** Where a row's value stands, blanks round it left out; where there is none, where it would stand. */
export function valuePlace(table: Table, at: TablePlaces, row: ManifestRow): Place {
  return trimmedPlace(table, at, row.record, 1);
}

function trimmedPlace(table: Table, at: TablePlaces, record: number, column: number): Place {
  const text = table.text(record, column);
  const trimmed = text.trim();
  if (trimmed === text) return at.field(record, column);
  const from = trimmed === '' ? 0 : text.length - text.trimStart().length;
  return at.field(record, column, from, trimmed === '' ? text.length : from + trimmed.length);
}

function versionsWithProperty(name: string): readonly OneRosterVersion[] {
  return versions.filter((version) =>
    specification(version).manifest?.rows.some(({ property }) => property === name),
  );
}

/** `control-character` speaks of them. */
function withoutInvisible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '');
}
