import { defineFixes } from './engine/define-fixes';
import { isEmptyColumn, removeColumn } from './shared/columns';
import { fieldOf } from './shared/replace-value';
import { writeSuggestion } from './shared/write-suggestion';

export default defineFixes({
  safety: 'either',
  *fixes(context) {
    const place = fieldOf(context);
    if (place === undefined) return;
    const { table, column } = place;
    if (context.problem.messageId === 'meant') yield* writeSuggestion(context, 'unsafe');
    else if (table.isRegular && isEmptyColumn(table, column)) {
      yield {
        safety: 'safe',
        title: context.say('Take out the empty column'),
        changes: () => [removeColumn(table, column)],
      };
    }
  },
});
