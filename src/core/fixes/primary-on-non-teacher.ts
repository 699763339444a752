import { defineFixes } from './engine/define-fixes';
import { writeSuggestion } from './shared/write-suggestion';

export default defineFixes({
  safety: 'unsafe',
  fixes: (context) => writeSuggestion(context, 'unsafe'),
});
