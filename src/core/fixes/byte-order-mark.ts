import { defineFixes } from './engine/define-fixes';

export default defineFixes({
  safety: 'safe',
  *fixes({ problem: { file, start, end }, say }) {
    yield {
      safety: 'safe',
      title: say('Take out the byte order mark'),
      onDisk: true,
      changes: () => [{ kind: 'bytes', file, edits: [{ start, end, text: '' }] }],
    };
  },
});
