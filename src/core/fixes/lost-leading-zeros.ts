import { defineFixes } from './engine/define-fixes';
import { writeSuggestion } from './shared/write-suggestion';

/** A reference is given the zeros of the one id that it can mean. An id of its own is a guess: to consumers it is another record. */
export default defineFixes({
  safety: 'either',
  fixes: (context) =>
    writeSuggestion(
      context,
      context.problem.messageId === 'reference' ? 'safe' : 'unsafe',
      context.say('Give ids their leading zeros back'),
    ),
});
