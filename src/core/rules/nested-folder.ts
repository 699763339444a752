import { isFolderEntry, isSystemFile } from '../model/roster-input';
import { defineRule } from './engine/define-rule';

export default defineRule({
  id: 'nested-folder',
  area: 'package',
  severity: 'error',
  summary: 'The zip holds a folder; its files have to lie at the top level.',
  messages: {
    files:
      'The zip holds {count} of its files in the folder "{folder}"; all files have to lie at the top level of the zip',
    folder: 'The zip has an entry for the folder "{folder}"; it may hold files only, all at the top level',
  },
  roster(context) {
    const { roster, report } = context;
    const { input } = roster;
    if (input.kind !== 'zip') return;
    for (const [folder, count] of filesByFolder(input.entries.map(({ path }) => path))) {
      report({ at: context.file(), message: count > 0 ? 'files' : 'folder', data: { folder, count } });
    }
  },
});

/** The number of files in each folder at the top level, those in folders inside it counted. */
function filesByFolder(paths: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const path of paths) {
    const end = path.indexOf('/');
    if (end < 0 || isSystemFile(path)) continue;
    const folder = path.slice(0, end);
    counts.set(folder, (counts.get(folder) ?? 0) + (isFolderEntry(path) ? 0 : 1));
  }
  return counts;
}
