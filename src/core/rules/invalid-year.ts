import { defineRule, type ValueReport } from './engine/define-rule';
import { typedItems } from './shared/typed-items';

type Message = 'format' | 'suggested';

export default defineRule<Message>({
  id: 'invalid-year',
  area: 'value',
  severity: 'error',
  summary: 'A year is not written with four digits.',
  messages: {
    format: '{field} is "{value}"; a year is written YYYY, for example "{example}"',
    suggested:
      '{field} is "{value}"; a school year is named by the year in which it ends, here "{suggestion}"',
  },
  value({ fact }) {
    if (fact?.type !== 'year') return undefined;
    return {
      check(value, report) {
        for (const { text, from, to } of typedItems(value, fact)) {
          if (!/^\d{4}$/.test(text)) report({ from, to, ...describe(text, fact.example) });
        }
      },
    };
  },
});

function describe(text: string, example: string): ValueReport<Message> {
  const suggestion = endOfSpan(text);
  if (suggestion !== undefined) return { message: 'suggested', data: { suggestion } };
  return { message: 'format', data: { example } };
}

/** The second year of `2025-2026`, `2025/26` and the like. */
function endOfSpan(text: string): string | undefined {
  const years = /^(\d{2})(\d{2})\s?[-/\u2013]\s?(\d{2})?(\d{2})$/.exec(text);
  if (years === null) return undefined;
  const [, century = '', year = '', endCentury, endYear = ''] = years;
  const begin = Number(century + year);
  const end = endCentury === undefined ? String(begin + 1) : endCentury + endYear;
  return Number(end) === begin + 1 && end.endsWith(endYear) ? end : undefined;
}
