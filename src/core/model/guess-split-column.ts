import { fieldText, isEmptyFrom } from '../csv/field';
import type { CsvScan } from '../csv/csv-scan';
import type { Table } from './table';
import type { ColumnFact } from '../spec/types';

/** What has to be known of a table to look for commas too many. */
export type TableHeader = Pick<Table, 'header' | 'fact' | 'columnFact'>;

/**
 * The column in which a record with too many fields most likely has commas that should be in quotes: the one after which the
 * other fields suit their columns best. Undefined where several do equally well and none of them is the only list; the number
 * of columns where nothing fits better than to leave out what is too much at the end, and that is empty. A field that is still
 * being written, `unfinished`, is not judged.
 */
export function guessSplitColumn(
  table: TableHeader,
  scan: CsvScan,
  record: number,
  surplus: number,
  unfinished = -1,
): number | undefined {
  const { header } = table;
  const facts = header.map((_, column) => table.columnFact(column));
  const suitsAt = (fact: ColumnFact | undefined, column: number) =>
    column === unfinished ? 0 : suits(fact, fieldText(scan, record, column));
  const after = new Array<number>(header.length + 1).fill(0);
  for (let column = header.length - 1; column >= 0; column--) {
    after[column] = (after[column + 1] ?? 0) + suitsAt(facts[column], column + surplus);
  }
  let before = 0;
  let best: number[] = [];
  let most = -Infinity;
  for (const [column, fact] of facts.entries()) {
    const score = before + (after[column + 1] ?? 0);
    if (score > most) best = [];
    if (score >= most && mayHoldCommas(fact)) best.push(column);
    most = Math.max(most, score);
    before += suitsAt(fact, column);
  }
  if (before >= most && isEmptyFrom(scan, record, header.length)) return header.length;
  const lists = best.filter((column) => facts[column]?.list === true);
  return best.length === 1 ? best[0] : lists.length === 1 ? lists[0] : undefined;
}

function mayHoldCommas(fact: ColumnFact | undefined): boolean {
  return fact === undefined || fact.list === true || fact.type === 'string';
}

/** 1 if a text is just what the column holds, -1 if it cannot be, 0 where that cannot be said. */
function suits(fact: ColumnFact | undefined, text: string): number {
  if (fact === undefined) return 0;
  if (text === '') return fact.required === true ? -1 : 0;
  const shape = fact.list === true ? undefined : shapes[fact.type];
  if (shape !== undefined) return shape.test(text) ? 1 : -1;
  if (fact.type !== 'enumeration') return 0;
  const wanted = text.toLowerCase();
  return fact.values?.some(({ value }) => value.toLowerCase() === wanted) === true ? 1 : -1;
}

const shapes: Readonly<Partial<Record<ColumnFact['type'], RegExp>>> = {
  boolean: /^(?:true|false)$/i,
  date: /^\d{4}-\d\d-\d\d$/,
  datetime: /^\d{4}-\d\d-\d\dT/,
  year: /^\d{4}$/,
  integer: /^-?\d+$/,
  decimal: /^-?\d+(?:\.\d+)?$/,
};
