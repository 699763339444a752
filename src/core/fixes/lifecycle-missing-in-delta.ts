import { defineFixes } from './engine/define-fixes';
import { writeText } from './shared/write-suggestion';

/** A record that is sent and not called deleted is active. When it changed, nobody can say. */
export default defineFixes({
  safety: 'unsafe',
  fixes: (context) => (context.problem.field === 'status' ? writeText(context, 'active', 'unsafe') : []),
});
