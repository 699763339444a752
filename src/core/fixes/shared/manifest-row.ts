import { csvField } from '../../edits/write-field';
import { recordRange } from '../../csv/field';
import type { Roster } from '../../model/roster';
import type { Table } from '../../model/table';
import { versionProperty } from '../../spec/detect-version';
import type { ManifestRowFact } from '../../spec/types';
import type { RosterChange } from '../engine/roster-change';
import { lineEndOf } from './line-end';

/** What the manifest has to say of a property: how a file is sent that is there, `absent` for one that is not. */
export function usualManifestValue(roster: Roster, { property, table, values }: ManifestRowFact): string {
  if (property === versionProperty) return roster.version;
  if (table === undefined) return values?.[0]?.value ?? '';
  return roster.hasFile(table) ? (roster.table(table)?.mode ?? 'bulk') : 'absent';
}

/** The change that states a property in a further row, behind the last one. */
export function appendManifestRow(
  { manifestRows }: Roster,
  manifest: Table,
  property: string,
  value: string,
): RosterChange {
  const { end } = recordRange(manifest.scan, manifestRows.at(-1)?.record ?? 0);
  const text = `${lineEndOf(manifest)}${csvField(property)},${csvField(value)}`;
  return { kind: 'edit', file: manifest.file, edits: [{ start: end, end, text }] };
}
