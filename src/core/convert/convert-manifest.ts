import { csvField } from '../edits/write-field';
import type { Roster } from '../model/roster';
import type { TableMode } from '../model/table';
import { versionProperty } from '../spec/detect-version';
import type { ManifestFact } from '../spec/types';
import { encodeUtf8 } from '../text/utf8';
import type { NoteCollector } from './notes';
import { lineEndOf } from './write-table';

/**
 * The manifest of a version: how each file is sent, and of what the old manifest says about its source whatever the version has a
 * place for.
 * @param modes the modes of the files that there are, by table
 */
export function manifestFor(
  fact: ManifestFact,
  modes: ReadonlyMap<string, TableMode>,
  properties: ReadonlyMap<string, string>,
  lineEnd: string,
): Uint8Array {
  const rows = fact.rows.flatMap(({ property, required, values, table }) => {
    if (table !== undefined) return [[property, modes.get(table) ?? 'absent']];
    const value = values?.[0]?.value ?? properties.get(property);
    return required || value !== undefined ? [[property, value ?? '']] : [];
  });
  const records = [fact.columns.map(({ name }) => name), ...rows];
  return encodeUtf8(
    records.map((record) => `${record.map((text) => csvField(text)).join(',')}${lineEnd}`).join(''),
  );
}

/** What a manifest says that is not about versions and files, by property. */
export function ownProperties({ manifestRows }: Roster): ReadonlyMap<string, string> {
  const own = manifestRows.filter(
    ({ property, value }) =>
      property !== versionProperty &&
      property !== 'manifest.version' &&
      !property.startsWith('file.') &&
      value !== '',
  );
  return new Map(own.map(({ property, value }) => [property, value]));
}

/** Notes the properties for which a version's manifest has no place, if it has a manifest at all. */
export function remarkProperties(roster: Roster, fact: ManifestFact | undefined, notes: NoteCollector): void {
  const file = roster.manifest?.file ?? '';
  for (const [property, value] of ownProperties(roster)) {
    if (fact?.rows.some((row) => row.property === property) === true) continue;
    notes.add({ reason: 'noProperty', file, column: property, value, isPerValue: true });
  }
}

/** The line end that a roster's new files get. */
export function usualLineEnd({ tables }: Roster): string {
  const [first] = tables;
  return first !== undefined && lineEndOf(first).length === 1 ? '\n' : '\r\n';
}
