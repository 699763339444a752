import { defineFixes } from './engine/define-fixes';
import { writeSuggestion, writeText } from './shared/write-suggestion';

/** Where day and month are certain, the date is; else the other dates of the column tell, or what such a number usually means. */
export default defineFixes({
  safety: 'either',
  *fixes(context) {
    const { messageId, data } = context.problem;
    yield* writeSuggestion(context, messageId === 'suggested' ? 'safe' : 'unsafe');
    if (typeof data['likely'] === 'string') yield* writeText(context, data['likely'], 'unsafe');
  },
});
