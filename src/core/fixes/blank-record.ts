import { defineFixes } from './engine/define-fixes';
import { withoutRecords } from './shared/remove-record';

export default defineFixes({
  safety: 'safe',
  *fixes({ table, problem, say }) {
    if (table === undefined || problem.record === undefined) return;
    const record = problem.record - 1;
    yield {
      safety: 'safe',
      title: say('Take out the blank line'),
      titleForAll: say('Take out the blank lines'),
      changes: () => [{ kind: 'edit', file: table.file, edits: [withoutRecords(table, record)] }],
    };
  },
});
