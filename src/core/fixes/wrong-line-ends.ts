import { defineFixes } from './engine/define-fixes';
import { lineEndEdits } from './shared/line-end-edits';

export default defineFixes({
  safety: 'safe',
  *fixes({ table, say }) {
    if (table === undefined) return;
    yield {
      safety: 'safe',
      title: say('End all records with LF'),
      onDisk: true,
      changes: () => [{ kind: 'bytes', file: table.file, edits: lineEndEdits(table, '\n') }],
    };
  },
});
