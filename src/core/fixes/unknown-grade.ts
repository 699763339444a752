import { defineFixes } from './engine/define-fixes';
import { writeSuggestion } from './shared/write-suggestion';

/** `9` and `9th` are the ninth grade; what another word means is a guess. */
export default defineFixes({
  safety: 'either',
  fixes(context) {
    const digits = /\d+/.exec(context.problem.value ?? '')?.[0];
    const isNumber = digits !== undefined && Number(digits) === Number(context.problem.data['suggestion']);
    return writeSuggestion(context, isNumber ? 'safe' : 'unsafe');
  },
});
