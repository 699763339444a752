import { defineFixes } from './engine/define-fixes';
import { writeSuggestion } from './shared/write-suggestion';

/** The same moment written another way is certain; a time or a zone that nobody has written is a guess. */
export default defineFixes({
  safety: 'either',
  fixes(context) {
    const isSame = ['notUtc', 'letterCase'].includes(context.problem.messageId);
    return writeSuggestion(context, isSame ? 'safe' : 'unsafe');
  },
});
