import { csvField } from '../edits/write-field';
import type { Roster } from '../model/roster';
import type { ManifestFact } from '../spec/types';
import { defineFixes } from './engine/define-fixes';
import { usualLineEnd } from './shared/line-end';
import { usualManifestValue } from './shared/manifest-row';

export default defineFixes({
  safety: 'safe',
  *fixes({ roster, say }) {
    const fact = roster.specification.manifest;
    if (fact === undefined) return;
    yield {
      safety: 'safe',
      title: say('Create {file}, which says which files are sent and how', { file: fact.file }),
      changes: () => [{ kind: 'create', file: fact.file, text: manifestOf(roster, fact) }],
    };
  },
});

function manifestOf(roster: Roster, fact: ManifestFact): string {
  const header = fact.columns.map(({ name }) => name);
  const rows = fact.rows
    .filter(({ required, table }) => required || table !== undefined)
    .map((row) => [row.property, usualManifestValue(roster, row)]);
  const lineEnd = usualLineEnd(roster);
  return [header, ...rows].map((row) => `${row.map((each) => csvField(each)).join(',')}${lineEnd}`).join('');
}
