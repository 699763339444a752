import { defineFixes } from './engine/define-fixes';
import { takeOut } from './shared/remove-record';

export default defineFixes({
  safety: 'unsafe',
  fixes: (context) =>
    takeOut(context, {
      safety: 'unsafe',
      title: context.say('Leave the deleted record out'),
      titleForAll: context.say('Leave deleted records out'),
    }),
});
