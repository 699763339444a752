import { formatDay, isDay } from './calendar';

/**
 * The day that a text with the year first stands for, as `YYYY-MM-DD`: `2026-8-5`, `20260805` and the like, a time after it left
 * out. With the year last it is a spreadsheet's date, see `spreadsheetDate`.
 */
export function suggestDate(text: string): string | undefined {
  const day = text.replace(/[T ]\d{1,2}:\d{2}.*$/i, '');
  const parts = /^(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})$/.exec(day);
  if (parts === null || (parts[2] === '' && day.length !== 8)) return undefined;
  const numbers = [Number(parts[1]), Number(parts[3]), Number(parts[4])] as const;
  return isDay(...numbers) ? formatDay(...numbers) : undefined;
}
