import type { ManifestRow } from '../model/manifest';
import { defineFixes, type FixContext } from './engine/define-fixes';
import { usualManifestValue } from './shared/manifest-row';
import { withoutRecords } from './shared/remove-record';

/** Of two rows that contradict each other the one goes that does not fit the files that are there. */
export default defineFixes({
  safety: 'either',
  *fixes(context) {
    const { table, problem } = context;
    const row = spareRow(context);
    if (table === undefined || row === undefined) return;
    const isSame = problem.messageId === 'same';
    yield {
      safety: isSame ? 'safe' : 'unsafe',
      title: isSame
        ? context.say('Take out the repeated row')
        : context.say('Take out the row "{property},{value}"', { property: row.property, value: row.value }),
      changes: () => [{ kind: 'edit', file: table.file, edits: [withoutRecords(table, row.record)] }],
    };
  },
});

function spareRow({ roster, problem }: FixContext): ManifestRow | undefined {
  const row = roster.manifestRows.find(({ record }) => record + 1 === problem.record);
  const first = roster.manifestRows.find(({ record }) => record + 1 === problem.data['firstRecord']);
  if (row === undefined || first === undefined || problem.messageId === 'same') return row;
  const fact = roster.specification.manifest?.rows.find(({ property }) => property === row.property);
  const right = fact === undefined ? undefined : usualManifestValue(roster, fact);
  if (row.value === right) return first;
  return first.value === right ? row : undefined;
}
