import type { Roster } from '../model/roster';
import { defineRule } from './engine/define-rule';
import { rosterFiles, versionFile, type RosterFile } from './shared/roster-files';

export default defineRule({
  id: 'duplicate-entry',
  area: 'package',
  severity: 'error',
  summary: 'Two files have one name, or names that differ only by upper and lower case.',
  messages: {
    same: 'The zip holds {file} more than once; the first was checked, but another program may read the last',
    case: '{file} is there beside {first}; the two names differ only by upper and lower case, so one may replace the other',
    first: 'This file has the name already',
  },
  roster(context) {
    const { roster, report } = context;
    const first = new Map<string, string>();
    for (const { path } of inReadOrder(roster)) {
      const key = path.toLowerCase();
      const known = first.get(key);
      if (known === undefined) {
        first.set(key, path);
        continue;
      }
      report({
        at: context.file(path),
        message: known === path ? 'same' : 'case',
        data: { first: known },
        related: known === path ? [] : [{ at: context.file(known), message: 'first' }],
      });
    }
  },
});

/** The file with the right name comes first, because that is the one that is read. */
function inReadOrder(roster: Roster): readonly RosterFile[] {
  const files = rosterFiles(roster);
  const isRight = ({ name }: RosterFile) => versionFile(roster, name) === name;
  return [...files.filter(isRight), ...files.filter((file) => !isRight(file))];
}
