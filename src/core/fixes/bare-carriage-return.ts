import { carriageReturn, lineFeed } from '../csv/bytes';
import { defineFixes } from './engine/define-fixes';
import { lineEndEdits } from './shared/line-end-edits';

/** At a line end it is one too many; within a text nobody can say what it was. */
export default defineFixes({
  safety: 'either',
  *fixes({ table, problem, say }) {
    if (table === undefined) return;
    const { bytes, file } = table;
    const { start, end } = problem;
    if (problem.messageId === 'all') {
      yield {
        safety: 'safe',
        title: say('End the records with LF'),
        onDisk: true,
        changes: () => [{ kind: 'bytes', file, edits: lineEndEdits(table, '\n') }],
      };
      return;
    }
    const isAtEnd = bytes[end] === lineFeed || (bytes[end] === carriageReturn && bytes[end + 1] === lineFeed);
    yield {
      safety: isAtEnd ? 'safe' : 'unsafe',
      title: isAtEnd ? say('Take out the carriage return') : say('Put a blank in its place'),
      onDisk: true,
      changes: () => [{ kind: 'bytes', file, edits: [{ start, end, text: isAtEnd ? '' : ' ' }] }],
    };
  },
});
