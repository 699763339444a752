import { emptyCode, noField } from '../../model/distinct-values';
import type { Table } from '../../model/table';
import { readDay } from './calendar';

/** Stand for no bound at all; every day of the calendar lies between them. */
export const openStart = 0;
export const openEnd = 99_999_999;

/** The periods of a table's records. Days compare like numbers (see `readDay`); the end is no part of the period. */
export interface Periods {
  readonly startColumn: number;
  readonly endColumn: number;
  /** `openStart` where the field is empty or the column is missing, -1 where it holds no day. */
  readonly start: (record: number) => number;
  /** `openEnd` where the field is empty or the column is missing, -1 where it holds no day. */
  readonly end: (record: number) => number;
  /** Whether both bounds can be read and the period has a day. */
  readonly isSound: (record: number) => boolean;
}

export function periodsOf(table: Table, startName: string, endName: string): Periods {
  const startColumn = table.columnIndex(startName);
  const endColumn = table.columnIndex(endName);
  const start = dayReader(table, startColumn, openStart);
  const end = dayReader(table, endColumn, openEnd);
  return {
    startColumn,
    endColumn,
    start,
    end,
    isSound(record) {
      const from = start(record);
      return from >= 0 && from < end(record);
    },
  };
}

/** Reads the day in a record's field: `empty` where there is nothing, -1 where it is no day. */
export function dayReader(table: Table, column: number, empty: number): (record: number) => number {
  if (column < 0) return () => empty;
  const values = table.values(column);
  const { bytes, codes, size } = values;
  const days = new Int32Array(size);
  days[emptyCode] = empty;
  for (let code = emptyCode + 1; code < size; code++) {
    days[code] = readDay(bytes, values.start(code), values.end(code));
  }
  return (record) => {
    const code = codes[record] ?? noField;
    return code === noField ? empty : (days[code] ?? empty);
  };
}

/** A number of `readDay` as `YYYY-MM-DD`. */
export function dayText(day: number): string {
  const digits = String(day).padStart(8, '0');
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

/** A day as a number of `readDay`, or undefined where the text is none. */
export function dayOf(text: string | undefined): number | undefined {
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  return Number(text.replaceAll('-', ''));
}
