import { defineFixes } from './engine/define-fixes';
import { replaceValue } from './shared/replace-value';

/** A tab between words becomes a blank; what has no width goes. */
export default defineFixes({
  safety: 'safe',
  *fixes(context) {
    const { table, problem } = context;
    const isTab = table?.bytes[problem.start] === 0x09;
    const changes = replaceValue(context, isTab ? ' ' : '');
    if (changes === undefined) return;
    const title = isTab
      ? context.say('Put a blank in the place of the tab')
      : context.say('Take out what cannot be seen');
    yield { safety: 'safe', title, changes };
  },
});
