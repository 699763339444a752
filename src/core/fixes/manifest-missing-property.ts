import { defineFixes } from './engine/define-fixes';
import { appendManifestRow } from './shared/manifest-row';

export default defineFixes({
  safety: 'safe',
  *fixes({ roster, table, problem, say }) {
    const { property, suggestion } = problem.data;
    if (table === undefined || typeof property !== 'string' || typeof suggestion !== 'string') return;
    if (suggestion === '') return;
    yield {
      safety: 'safe',
      title: say('Add the row "{property},{suggestion}"', { property, suggestion }),
      titleForAll: say('Add the rows that are missing'),
      changes: () => [appendManifestRow(roster, table, property, suggestion)],
    };
  },
});
