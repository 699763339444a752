import { defineRule } from './engine/define-rule';
import { typedItems } from './shared/typed-items';

type Message = 'unknown' | 'suggested';

export default defineRule<Message>({
  id: 'unknown-subject-code',
  area: 'value',
  severity: 'information',
  versions: ['1.1', '1.2'],
  summary: 'A subject code does not have the five digits of an SCED code.',
  messages: {
    unknown:
      '{field} is "{value}"; readers in the US expect an SCED code of five digits, for example "{example}"',
    suggested: '{field} is "{value}"; with five digits, as in SCED, that is "{suggestion}"',
  },
  value({ fact, table, name }) {
    if (fact?.format !== 'subject-code') return undefined;
    const { example } = fact;
    return {
      check(value, report) {
        for (const { text, from, to } of typedItems(value, fact)) {
          if (/^\d{5}$/.test(text)) continue;
          report({
            ...(/^[1-9]\d{3}$/.test(text)
              ? { message: 'suggested', data: { suggestion: `0${text}` } }
              : { message: 'unknown', data: { example } }),
            from,
            to,
            // Who has codes of another kind has them in every record.
            group: `${table.file} ${name}`,
          });
        }
      },
    };
  },
});
