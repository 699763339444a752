import { profileIds, resolveProfile, specification, versions } from '../../core/spec/specification';
import type { ColumnFact, TableFact } from '../../core/spec/types';

/** Words that come from the facts, so that they tell nothing of a roster's people. */
export interface KnownWords {
  /** Names of versions, profiles, tables, files, columns and properties of the manifest. */
  readonly structure: ReadonlySet<string>;
  /** Allowed values, such as roles and kinds of organisation, but for those of demographics alone. */
  readonly values: ReadonlySet<string>;
}

export function knownWords(): KnownWords {
  // What rules call a field of the header.
  const structure = new Set<string>([...versions, 'A column name']);
  const values = new Set<string>(['true', 'false']);
  for (const id of profileIds) structure.add(id).add(resolveProfile(id).title);
  for (const version of versions) {
    const { tables, manifest } = specification(version);
    for (const table of tables) {
      for (const word of structureOf(table)) structure.add(word);
      if (table.name === 'demographics') continue;
      for (const column of columnsOf(table)) for (const value of valuesOf(column)) values.add(value);
    }
    if (manifest === undefined) continue;
    for (const word of ['manifest', manifest.file, manifest.record]) structure.add(word);
    for (const { name } of manifest.columns) structure.add(name);
    for (const row of manifest.rows) {
      structure.add(row.property);
      for (const { value } of row.values ?? []) structure.add(value);
    }
  }
  return { structure, values };
}

function structureOf(table: TableFact): string[] {
  return [table.name, table.file, table.record, ...columnsOf(table).map((column) => column.name)];
}

function columnsOf(table: TableFact): readonly ColumnFact[] {
  return [...table.columns, ...(table.variants ?? []).flatMap((variant) => variant.additional)];
}

function valuesOf({ values = [], deprecatedValues = [] }: ColumnFact): readonly string[] {
  return [...values, ...deprecatedValues].map(({ value }) => value);
}
