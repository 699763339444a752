/**
 * Reads `YYYY-MM-DD` with blanks at its ends left aside. Days compare like numbers: 20260815 is 15 August 2026. What is no
 * such text, or no day of the calendar, is -1.
 */
export function readDay(bytes: Uint8Array, start: number, end: number): number {
  let from = start;
  let to = end;
  while (from < to && isBlank(bytes[from])) from++;
  while (to > from && isBlank(bytes[to - 1])) to--;
  if (to - from !== 10 || bytes[from + 4] !== hyphen || bytes[from + 7] !== hyphen) return -1;
  const year = readDigits(bytes, from, 4);
  const month = readDigits(bytes, from + 5, 2);
  const day = readDigits(bytes, from + 8, 2);
  return isDay(year, month, day) ? year * 10_000 + month * 100 + day : -1;
}

/** Whether the calendar has that day. */
export function isDay(year: number, month: number, day: number): boolean {
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month);
}

/** Writes a day as `YYYY-MM-DD`. */
export function formatDay(year: number, month: number, day: number): string {
  return [String(year).padStart(4, '0'), pad(month), pad(day)].join('-');
}

/** The number that the digits make, or -1 where one is no digit. */
export function readDigits(bytes: Uint8Array, start: number, count: number): number {
  let number = 0;
  for (let at = start; at < start + count; at++) {
    const digit = (bytes[at] ?? 0) - zero;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}

const hyphen = 0x2d;
const zero = 0x30;

function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09;
}

function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
