import { defineFixes } from './engine/define-fixes';
import { lineEndEdits } from './shared/line-end-edits';

export default defineFixes({
  safety: 'safe',
  *fixes({ table }) {
    if (table === undefined) return;
    yield {
      safety: 'safe',
      title: 'End all records with LF',
      onDisk: true,
      changes: () => [{ kind: 'bytes', file: table.file, edits: lineEndEdits(table, '\n') }],
    };
  },
});
