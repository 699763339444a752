import { defineRule, type ValueReport } from './engine/define-rule';
import { readDay } from './shared/calendar';
import { hasToBeBlank } from './shared/lifecycle';
import { spreadsheetDate } from './shared/spreadsheet-date';
import { suggestDate } from './shared/suggest-date';
import { typedItems } from './shared/typed-items';

type Message = 'format' | 'suggested' | 'day';

export default defineRule<Message>({
  id: 'invalid-date',
  area: 'value',
  severity: 'error',
  summary: 'A date is not written YYYY-MM-DD, or the calendar has no such day.',
  messages: {
    format: '{field} is "{value}"; a date is written YYYY-MM-DD, for example "{example}"',
    suggested: '{field} is "{value}"; a date is written YYYY-MM-DD, here "{suggestion}"',
    day: '{field} is "{value}", a day that the calendar does not have',
  },
  value({ fact, table }) {
    if (fact?.type !== 'date' || hasToBeBlank(fact, table)) return undefined;
    return {
      check(value, report) {
        if (readDay(value.bytes, value.start, value.end) > 0) return;
        for (const { text, from, to } of typedItems(value, fact)) {
          if (spreadsheetDate(text) === undefined) report({ from, to, ...describe(text, fact.example) });
        }
      },
    };
  },
});

function describe(text: string, example: string): ValueReport<Message> {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return { message: 'day' };
  const suggestion = suggestDate(text);
  if (suggestion !== undefined) return { message: 'suggested', data: { suggestion } };
  return { message: 'format', data: { example } };
}
