import { defineRule, type ValueReport } from './engine/define-rule';
import type { DistinctValue } from './engine/distinct-value';
import { isDay, readDay, readDigits } from './shared/calendar';
import { hasToBeBlank } from './shared/lifecycle';
import { spreadsheetDate } from './shared/spreadsheet-date';
import { suggestDate } from './shared/suggest-date';
import { typedItems } from './shared/typed-items';

type Message = 'format' | 'noTime' | 'noZone' | 'notUtc' | 'letterCase' | 'moment';

export default defineRule<Message>({
  id: 'invalid-datetime',
  area: 'value',
  severity: 'error',
  summary: 'A point in time is not written as ISO 8601 wants it, with date, time and the zone Z.',
  messages: {
    format: '{field} is "{value}"; date, time and zone are written like "{example}"',
    noTime: '{field} is "{value}", a date alone; date, time and zone are written like "{suggestion}"',
    noZone: '{field} is "{value}"; date, time and the zone Z (UTC) are written like "{suggestion}"',
    notUtc: '{field} is "{value}", not in UTC; the same moment in UTC is "{suggestion}"',
    letterCase: '{field} is "{value}"; T and Z are capital letters: "{suggestion}"',
    moment: '{field} is "{value}", a day or time that does not exist',
  },
  value({ fact, table }) {
    if (fact?.type !== 'datetime' || hasToBeBlank(fact, table)) return undefined;
    return {
      check(value, report) {
        if (isUsualMoment(value)) return;
        for (const { text, from, to } of typedItems(value, fact)) {
          if (spreadsheetDate(text) !== undefined) continue;
          const found = describe(text, fact.example);
          if (found !== undefined) report({ from, to, ...found });
        }
      },
    };
  },
});

/** Whether a value is `YYYY-MM-DDThh:mm:ss.sssZ`, as nearly all are; no text is made to find that out. */
function isUsualMoment({ bytes, start, end }: DistinctValue): boolean {
  if (end - start !== 24 || bytes[start + 10] !== 0x54 || bytes[end - 1] !== 0x5a) return false;
  if (bytes[start + 13] !== 0x3a || bytes[start + 16] !== 0x3a || bytes[start + 19] !== 0x2e) return false;
  const hour = readDigits(bytes, start + 11, 2);
  const minute = readDigits(bytes, start + 14, 2);
  const second = readDigits(bytes, start + 17, 2);
  const isTime = hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59 && second >= 0 && second <= 59;
  return isTime && readDigits(bytes, start + 20, 3) >= 0 && readDay(bytes, start, start + 10) > 0;
}

/** Hours and minutes are enough, and fractions of a second may have any length: receivers differ in what they write. */
const pattern = /^(\d{4})-(\d{2})-(\d{2})([T ])(\d{2}):(\d{2})(?::(\d{2})(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/i;

function describe(text: string, example: string): ValueReport<Message> | undefined {
  const parts = pattern.exec(text);
  if (parts === null) return describeOther(text, example);
  const [, year, month, day, separator, hour, minute, second = '0', fraction = '', zone = ''] = parts;
  const isMoment = Number(hour) <= 23 && Number(minute) <= 59 && Number(second) <= 59;
  if (!isMoment || !isDay(Number(year), Number(month), Number(day))) return { message: 'moment' };
  if (separator === 'T' && (zone === 'Z' || /^[+-]00:00$/.test(zone))) return undefined;
  const local = Date.parse(`${text.slice(0, 10)}T${text.slice(11, 16)}:${second.padStart(2, '0')}Z`);
  const utc = new Date(local - offsetInMinutes(zone) * 60_000).toISOString();
  const suggestion = utc.replace('.000', fraction === '' ? '.000' : fraction);
  if (zone === '') return { message: 'noZone', data: { suggestion } };
  if (/[+-]/.test(zone)) return { message: 'notUtc', data: { suggestion } };
  return { message: separator === ' ' ? 'noZone' : 'letterCase', data: { suggestion } };
}

function describeOther(text: string, example: string): ValueReport<Message> {
  const date = /\d:\d/.test(text) ? undefined : suggestDate(text);
  return date === undefined
    ? { message: 'format', data: { example } }
    : { message: 'noTime', data: { suggestion: `${date}T00:00:00.000Z` } };
}

function offsetInMinutes(zone: string): number {
  const parts = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (parts === null) return 0;
  return (parts[1] === '-' ? -1 : 1) * (Number(parts[2]) * 60 + Number(parts[3]));
}
