import { defineFixes } from './engine/define-fixes';
import { writeText } from './shared/write-suggestion';

export default defineFixes({
  safety: 'unsafe',
  fixes: (context) => writeText(context, '', 'unsafe', context.say('Take out the passwords')),
});
