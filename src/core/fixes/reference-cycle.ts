import { defineFixes } from './engine/define-fixes';
import { needsValue } from './shared/needs-value';
import { fieldOf } from './shared/replace-value';

export default defineFixes({
  safety: 'unsafe',
  *fixes(context) {
    const { problem } = context;
    const place = fieldOf(context);
    if (place === undefined || problem.messageId !== 'self') return;
    const { table, column } = place;
    if (needsValue(table.columnFact(column), table)) return;
    const { file, start, end } = problem;
    yield {
      safety: 'unsafe',
      title: context.say('Leave the field empty'),
      changes: () => [{ kind: 'edit', file, edits: [{ start, end, text: '' }] }],
    };
  },
});
