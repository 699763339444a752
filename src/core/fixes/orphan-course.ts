import { defineFixes } from './engine/define-fixes';
import { takeOut } from './shared/remove-record';

export default defineFixes({
  safety: 'unsafe',
  fixes: (context) =>
    takeOut(context, {
      safety: 'unsafe',
      title: 'Take out the course',
      titleForAll: 'Take out courses without classes',
    }),
});
