import { defineRule } from './engine/define-rule';
import { pairDefect, type PairDefect } from './shared/braced-pair';
import { typedItems } from './shared/typed-items';

export default defineRule<PairDefect>({
  id: 'invalid-score-scale',
  area: 'value',
  severity: 'error',
  versions: ['1.2'],
  summary: 'An item of a score scale is not written {left:right}.',
  messages: {
    braces: '{field} is "{value}"; each item is a pair in braces, for example "{example}"',
    comma: '{field} has a comma inside "{value}"; a comma separates items and cannot be part of one',
    colon: '{field} has to have one colon, and no more, in "{value}", for example "{example}"',
    side: '{field} has to have something on both sides of the colon in "{value}", for example "{example}"',
  },
  value({ fact }) {
    if (fact?.format !== 'score-scale') return undefined;
    const data = { example: '{A:90-100}' };
    return {
      check(value, report) {
        for (const { text, from, to } of typedItems(value, fact)) {
          const message = pairDefect(text);
          if (message !== undefined) report({ message, data, from, to });
        }
      },
    };
  },
});
