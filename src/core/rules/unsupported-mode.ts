import { defineRule, type TableContext } from './engine/define-rule';
import { tablePlaces } from './engine/places';
import type { Place } from './engine/problem';
import { readableManifest, valuePlace } from './shared/manifest-rows';

type Message = 'mode';

export default defineRule<Message>({
  id: 'unsupported-mode',
  area: 'package',
  severity: 'error',
  summary: 'A file is sent in a mode that the consumer of the profile does not read.',
  versions: ['1.1', '1.2'],
  messages: {
    mode: '{sentFile} is a {mode} file; {profile} reads only {modes} files',
  },
  table(context) {
    const { roster, table, report } = context;
    const { profile } = roster;
    if (table.fact === undefined || table.fact.name === 'manifest' || profile.modes.includes(table.mode))
      return;
    const data = {
      sentFile: table.file,
      mode: table.mode,
      profile: profile.title,
      modes: profile.modes.join(' and '),
    };
    // All files in that mode have one cause.
    report({ at: placeOf(context), message: 'mode', data, group: table.mode });
  },
});

/** Where the manifest states the mode, or the file. */
function placeOf({ roster, table, at }: TableContext<Message>): Place {
  const manifest = readableManifest(roster);
  const row = manifest?.rows.find(({ property }) => property === `file.${table.fact?.name ?? ''}`);
  if (manifest === undefined || row === undefined) return at.file();
  return valuePlace(manifest.table, tablePlaces(manifest.table), row);
}
