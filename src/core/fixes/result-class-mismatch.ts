import { defineFixes } from './engine/define-fixes';
import { writeReference } from './shared/write-suggestion';

export default defineFixes({
  safety: 'unsafe',
  fixes: (context) => writeReference(context, String(context.problem.data['class'] ?? '')),
});
