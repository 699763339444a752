import { formatDay, isDay } from './calendar';

/**
 * The date that a text in another notation stands for, as `YYYY-MM-DD`, where only one day can be meant: the year written
 * first, or day and month told apart because one of them is over 12 or both are the same. A time after it is left out.
 */
export function suggestDate(text: string): string | undefined {
  const day = text.replace(/[T ]\d{1,2}:\d{2}.*$/i, '');
  const yearFirst = /^(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})$/.exec(day);
  if (yearFirst !== null) {
    if (yearFirst[2] === '' && day.length !== 8) return undefined;
    return realDay(yearFirst[1], yearFirst[3], yearFirst[4]);
  }
  const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(day);
  if (yearLast === null) return undefined;
  const monthFirst = realDay(yearLast[4], yearLast[1], yearLast[3]);
  const dayFirst = realDay(yearLast[4], yearLast[3], yearLast[1]);
  if (monthFirst !== undefined && dayFirst !== undefined && monthFirst !== dayFirst) return undefined;
  return monthFirst ?? dayFirst;
}

/** Whether a text is day, month and year in numbers, in an order that cannot be told. */
export function isAmbiguousDate(text: string): boolean {
  const parts = /^(\d{1,2})([-/.])(\d{1,2})\2(?:\d{2}|\d{4})$/.exec(text);
  return (
    parts !== null && Number(parts[1]) <= 12 && Number(parts[3]) <= 12 && suggestDate(text) === undefined
  );
}

function realDay(year = '', month = '', day = ''): string | undefined {
  const parts = [Number(year), Number(month), Number(day)] as const;
  return isDay(...parts) ? formatDay(...parts) : undefined;
}
