import { defineFixes } from './engine/define-fixes';
import { fieldOf } from './shared/replace-value';
import { writeSuggestion } from './shared/write-suggestion';

/** What a version calls a value of an earlier one is certain, and so is `yes` for true; the nearest word is a guess. */
export default defineFixes({
  safety: 'either',
  fixes(context) {
    const place = fieldOf(context);
    const isBoolean = place?.table.columnFact(place.column)?.type === 'boolean';
    const isCertain =
      context.problem.messageId === 'replaced' || (isBoolean && isWord(context.problem.value));
    return writeSuggestion(context, isCertain ? 'safe' : 'unsafe');
  },
});

function isWord(value = ''): boolean {
  return /^(?:1|y|yes|t|0|n|no|f)$/i.test(value.trim());
}
