import { defineFixes } from './engine/define-fixes';
import { writeText } from './shared/write-suggestion';

export default defineFixes({
  safety: 'unsafe',
  fixes: (context) => writeText(context, '', 'unsafe', 'Take out the passwords'),
});
