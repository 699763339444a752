import { defineRule, type ValueReport } from './engine/define-rule';
import { isSpreadsheetNumber } from './shared/spreadsheet-number';
import { typedItems } from './shared/typed-items';

type Message = 'integer' | 'decimal' | 'suggested';

export default defineRule<Message>({
  id: 'invalid-number',
  area: 'value',
  severity: 'error',
  summary: 'A field for a number holds something else.',
  messages: {
    integer: '{field} is "{value}"; a whole number is written with digits alone, for example "{example}"',
    decimal: '{field} is "{value}"; a number is written with digits and a point, for example "{example}"',
    suggested: '{field} is "{value}"; as a plain number that is "{suggestion}"',
  },
  value({ fact }) {
    if (fact?.type !== 'integer' && fact?.type !== 'decimal') return undefined;
    const { type, example } = fact;
    const pattern = type === 'integer' ? integer : decimal;
    return {
      check(value, report) {
        for (const { text, from, to } of typedItems(value, fact)) {
          if (pattern.test(text) || isSpreadsheetNumber(text)) continue;
          report({ from, to, ...describe(text, type, pattern, example) });
        }
      },
    };
  },
});

const integer = /^[+-]?\d+$/;
const decimal = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;

function describe(
  text: string,
  type: 'integer' | 'decimal',
  pattern: RegExp,
  example: string,
): ValueReport<Message> {
  const suggestion = asNumber(text, type);
  if (suggestion === undefined || !pattern.test(suggestion)) return { message: type, data: { example } };
  return { message: 'suggested', data: { suggestion } };
}

/** The number that is meant, where only one can be: `80%`, `8,5` and, for a whole number, `5.0`. */
function asNumber(text: string, type: 'integer' | 'decimal'): string | undefined {
  const number = text.replace(/\s?%$/, '');
  if (type === 'integer') return number.replace(/\.0*$/, '');
  return /^[+-]?\d+,(?:\d{1,2}|\d{4,})$/.test(number) ? number.replace(',', '.') : number;
}
