import { fieldCount } from '../csv/field';
import { defineFixes } from './engine/define-fixes';
import { lineEndOf } from './shared/line-end';

export default defineFixes({
  safety: 'safe',
  *fixes({ table, problem, say }) {
    const { right } = problem.data;
    if (table === undefined || typeof right !== 'string') return;
    const { file, textStart } = table;
    if (problem.messageId === 'missing') {
      const text = `${right}${lineEndOf(table)}`;
      yield {
        safety: 'safe',
        title: say('Begin with the header "{right}"', { right }),
        changes: () => [{ kind: 'edit', file, edits: [{ start: textStart, end: textStart, text }] }],
      };
      return;
    }
    if (fieldCount(table.scan, 0) !== right.split(',').length) return;
    const { start, end } = problem;
    yield {
      safety: 'safe',
      title: say('Write the header "{right}"', { right }),
      changes: () => [{ kind: 'edit', file, edits: [{ start, end, text: right }] }],
    };
  },
});
