import { defineFixes } from './engine/define-fixes';
import { writeSuggestion } from './shared/write-suggestion';

/** `1.2.1` is read as 1.2. Where files and manifest contradict each other, either may be right. */
export default defineFixes({
  safety: 'safe',
  fixes: (context) => (context.problem.messageId === 'variant' ? writeSuggestion(context, 'safe') : []),
});
