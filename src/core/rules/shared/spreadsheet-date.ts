import { formatDay, isDay } from './calendar';

/** A date as spreadsheets write it. */
export interface SpreadsheetDate {
  /**
   * `notation`: a whole date, only not as `YYYY-MM-DD`. `shortYear`: with two digits for the year. `incomplete`: the year or
   * the day is gone. `serial`: the number under which a spreadsheet keeps a day. `hashes`: what it shows in a narrow column.
   */
  readonly kind: 'notation' | 'shortYear' | 'incomplete' | 'serial' | 'hashes';
  /** The day as `YYYY-MM-DD` if the month is written before the day, and if after it; undefined for no day. */
  readonly monthFirst?: string | undefined;
  readonly dayFirst?: string | undefined;
  /** The time that follows, as `hh:mm:ss`. */
  readonly time?: string | undefined;
}

/**
 * Reads a date as spreadsheets write it: `8/15/2026`, `15.8.2026`, `2026/8/15`, `15-Aug-26`, `August 15, 2026`, `15-Aug`, a time
 * after it or not. What is none of these, or no day however it is read, gives undefined: `invalid-date` and `invalid-datetime`
 * speak of that, and leave the others to `spreadsheet-date`.
 */
export function spreadsheetDate(text: string): SpreadsheetDate | undefined {
  if (/^#{3,}$/.test(text)) return { kind: 'hashes' };
  // Minutes, seconds and tenths are all that is shown of a point in time.
  if (/^\d{1,2}:\d{2}\.\d$/.test(text)) return { kind: 'incomplete' };
  const [, day = '', hour, minute, second, half] = dayAndTime.exec(text) ?? [];
  const time = hour === undefined ? undefined : formatTime(hour, minute, second, half);
  const found = numbers(day) ?? yearFirst(day) ?? monthName(day) ?? serial(day);
  return found === undefined || time === undefined ? found : { ...found, time };
}

/** The only day that a date can mean, or undefined. */
export function certainDay({ monthFirst, dayFirst }: SpreadsheetDate): string | undefined {
  if (monthFirst !== undefined && dayFirst !== undefined && monthFirst !== dayFirst) return undefined;
  return monthFirst ?? dayFirst;
}

const dayAndTime =
  /^(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? )?(.+?)(?:,? (\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?: ?([ap])m)?)?$/i;

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthNames =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/i;

function numbers(day: string): SpreadsheetDate | undefined {
  const parts = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/.exec(day);
  if (parts === null) return undefined;
  const [, first, , second, year = ''] = parts;
  const monthFirst = realDay(year, first, second);
  const dayFirst = realDay(year, second, first);
  if (monthFirst === undefined && dayFirst === undefined) return undefined;
  return { kind: year.length === 4 ? 'notation' : 'shortYear', monthFirst, dayFirst };
}

/** With slashes or points: the year first and hyphens is no spreadsheet's way, but a date that lacks a zero. */
function yearFirst(day: string): SpreadsheetDate | undefined {
  const parts = /^(\d{4})([/.])(\d{1,2})\2(\d{1,2})$/.exec(day);
  const monthFirst = realDay(parts?.[1], parts?.[3], parts?.[4]);
  return monthFirst === undefined ? undefined : { kind: 'notation', monthFirst };
}

function monthName(text: string): SpreadsheetDate | undefined {
  const dayBefore = /^(\d{1,2})[- ]([a-z]{3,9})(?:[- ](\d{4}|\d{2}))?$/i.exec(text);
  const dayAfter = /^([a-z]{3,9})[- ](\d{1,2})(?:(?:, ?|[- ])(\d{4}))?$/i.exec(text);
  const monthOnly = /^([a-z]{3,9})[- ]\d{4}$/i.exec(text);
  const name = dayBefore?.[2] ?? dayAfter?.[1] ?? monthOnly?.[1] ?? '';
  if (!monthNames.test(name)) return undefined;
  const month = String(months.indexOf(name.slice(0, 3).toLowerCase()) + 1);
  const year = dayBefore?.[3] ?? dayAfter?.[3];
  if (year === undefined) {
    // A leap year takes every day that a month may have; `Aug-45` is a month of 1945.
    const isPossible = dayBefore === null || realDay('2024', month, dayBefore[1]) !== undefined;
    return isPossible ? { kind: 'incomplete' } : undefined;
  }
  const monthFirst = realDay(year, month, dayBefore?.[1] ?? dayAfter?.[2]);
  if (monthFirst === undefined) return undefined;
  return { kind: year.length === 4 ? 'notation' : 'shortYear', monthFirst };
}

/** Days since the last day but one of 1899, from 1927 to 2099. */
function serial(text: string): SpreadsheetDate | undefined {
  const parts = /^(\d{5})(?:\.\d+)?$/.exec(text);
  const count = Number(parts?.[1]);
  if (!(count >= 10_000 && count <= 73_050)) return undefined;
  const day = new Date(Date.UTC(1899, 11, 30) + count * 86_400_000).toISOString().slice(0, 10);
  return { kind: 'serial', monthFirst: day };
}

function realDay(year = '', month = '', day = ''): string | undefined {
  const parts = [fullYear(year), Number(month), Number(day)] as const;
  return isDay(...parts) ? formatDay(...parts) : undefined;
}

/** As spreadsheets complete a year of two digits: 30 and later is of the last century. */
function fullYear(year: string): number {
  if (year.length !== 2) return Number(year);
  return Number(year) + (Number(year) < 30 ? 2000 : 1900);
}

function formatTime(hour: string, minute = '00', second = '00', half = ''): string {
  const afternoon = half.toLowerCase() === 'p' ? 12 : 0;
  const hours = half === '' ? Number(hour) : (Number(hour) % 12) + afternoon;
  return [String(hours).padStart(2, '0'), minute, second].join(':');
}
