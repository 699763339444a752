import { defineFixes } from './engine/define-fixes';
import { takeOut } from './shared/remove-record';

export default defineFixes({
  safety: 'unsafe',
  fixes: (context) =>
    takeOut(context, {
      safety: 'unsafe',
      title: 'Leave the deleted record out',
      titleForAll: 'Leave deleted records out',
    }),
});
