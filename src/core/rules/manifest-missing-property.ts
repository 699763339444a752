import { recordRange } from '../csv/field';
import type { Roster } from '../model/roster';
import type { ManifestRowFact } from '../spec/types';
import { defineRule } from './engine/define-rule';
import { pairProperties, readableManifest } from './shared/manifest-rows';
import { conflictingFiles } from './shared/version-conflicts';

export default defineRule({
  id: 'manifest-missing-property',
  area: 'manifest',
  severity: 'error',
  summary: 'The manifest does not state a property that the version demands.',
  versions: ['1.1', '1.2'],
  messages: {
    missing:
      'The manifest has no row for "{property}"; OneRoster {version} demands one, here "{property},{suggestion}"',
    undeclared:
      'The manifest has no row for "{property}", although {table} is there; add "{property},{suggestion}"',
  },
  roster(context) {
    const { roster, version, report } = context;
    const manifest = readableManifest(roster);
    if (manifest === undefined) return;
    const { scan } = manifest.table;
    const { end } = recordRange(scan, manifest.rows.at(-1)?.record ?? 0);
    // Where the manifest states the wrong version, it lacks that version's rows, too.
    const isOtherVersion = conflictingFiles(roster).length > 0;
    for (const fact of pairProperties(manifest).missing) {
      const isThere = fact.table !== undefined && roster.hasFile(fact.table);
      if (isOtherVersion && !isThere) continue;
      report({
        at: context.at(manifest.table).bytes(end, end),
        message: isThere ? 'undeclared' : 'missing',
        data: {
          property: fact.property,
          version,
          suggestion: usualValue(roster, fact),
          table: isThere ? `${fact.table}.csv` : '',
        },
      });
    }
  },
});

/** The mode of a file that is there, `absent` for one that is not, else the first allowed value. */
function usualValue(roster: Roster, { table, values }: ManifestRowFact): string {
  if (table !== undefined && roster.hasFile(table)) return roster.table(table)?.mode ?? 'bulk';
  return table === undefined ? (values?.[0]?.value ?? '') : 'absent';
}
