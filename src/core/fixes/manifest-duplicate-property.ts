import { defineFixes } from './engine/define-fixes';
import { withoutRecords } from './shared/remove-record';

/** Of two rows that contradict each other nobody can say which is right. */
export default defineFixes({
  safety: 'safe',
  *fixes({ table, problem }) {
    if (table === undefined || problem.record === undefined || problem.messageId !== 'same') return;
    const record = problem.record - 1;
    yield {
      safety: 'safe',
      title: 'Take out the repeated row',
      changes: () => [{ kind: 'edit', file: table.file, edits: [withoutRecords(table, record)] }],
    };
  },
});
