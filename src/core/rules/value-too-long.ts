import { defineRule } from './engine/define-rule';
import { typedItems } from './shared/typed-items';

/** As many characters as every reader has to take. */
const guaranteed = 255;

export default defineRule({
  id: 'value-too-long',
  area: 'value',
  severity: 'warning',
  versions: ['1.1', '1.2'],
  summary: 'A text is longer than the 255 characters that every reader has to take.',
  messages: {
    long: '{field} has {length} characters; a reader may cut off what goes beyond {limit}',
  },
  value({ fact, values }) {
    if (fact === undefined || (fact.type !== 'string' && fact.type !== 'id')) return undefined;
    if (fact.format === 'password' || values.longest <= guaranteed) return undefined;
    return {
      check(value, report) {
        // No text has more characters than bytes.
        if (value.end - value.start <= guaranteed) return;
        for (const { text, from, to } of typedItems(value, fact)) {
          const length = Array.from(text).length;
          if (length > guaranteed) report({ message: 'long', data: { length, limit: guaranteed }, from, to });
        }
      },
    };
  },
});
