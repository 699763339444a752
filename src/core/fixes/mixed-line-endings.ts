import { defineFixes } from './engine/define-fixes';
import { lineEndEdits } from './shared/line-end-edits';

export default defineFixes({
  safety: 'safe',
  *fixes({ table, problem, say }) {
    const { usual } = problem.data;
    if (table === undefined || typeof usual !== 'string') return;
    yield {
      safety: 'safe',
      title: say('End all records with {usual}', { usual }),
      onDisk: true,
      changes: () => [
        { kind: 'bytes', file: table.file, edits: lineEndEdits(table, usual === 'LF' ? '\n' : '\r\n') },
      ],
    };
  },
});
