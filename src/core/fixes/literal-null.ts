import { defineFixes } from './engine/define-fixes';
import { writeText } from './shared/write-suggestion';

export default defineFixes({
  safety: 'safe',
  fixes: (context) =>
    context.problem.messageId === 'empty'
      ? writeText(context, '', 'safe', context.say('Leave fields without a value empty'))
      : [],
});
