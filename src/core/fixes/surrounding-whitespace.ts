import { defineFixes } from './engine/define-fixes';
import { writeSuggestion } from './shared/write-suggestion';

export default defineFixes({
  safety: 'safe',
  fixes: (context) => writeSuggestion(context, 'safe', context.say('Take out the blanks round values')),
});
