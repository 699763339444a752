import { defineFixes } from './engine/define-fixes';
import { takeOut } from './shared/remove-record';

export default defineFixes({
  safety: 'unsafe',
  fixes: (context) =>
    takeOut(context, {
      safety: 'unsafe',
      title: context.say('Take out the course'),
      titleForAll: context.say('Take out courses without classes'),
    }),
});
