import { emptyCode, noField, type DistinctValues } from '../model/distinct-values';
import type { Table } from '../model/table';
import { eachRecord } from '../rules/shared/each-record';
import { sortSteps } from '../sort-steps';
import type { Steps } from '../steps';
import { foldText } from '../text/fold-text';
import { stepSize } from './change-records';

/** How the values of a column follow one another. */
export type Order = 'ascending' | 'descending';

/**
 * The records of a table in the order of a column's values: days and times by time, numbers by size, all else as people sort
 * text, numbers in it by size, too. Values that are none of their kind come after the others, and empty ones last, whatever the
 * order; records with the same value stay in the order that they have. The header is not among them.
 */
export function* sortedRecords(table: Table, column: number, order: Order): Steps<Uint32Array> {
  const values = table.values(column);
  yield;
  const { ranks, count } = yield* rankValues(values, kindOf(table, column), order);
  const starts = new Uint32Array(count + 1);
  const rankOf = (record: number): number => {
    const code = values.codes[record] ?? noField;
    return code === noField || code === emptyCode ? count - 1 : (ranks[code] ?? 0);
  };
  yield* eachRecord(table.recordCount, (record) => {
    const next = rankOf(record) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  });
  for (let rank = 1; rank <= count; rank++) starts[rank] = (starts[rank] ?? 0) + (starts[rank - 1] ?? 0);
  const sorted = new Uint32Array(Math.max(table.recordCount - 1, 0));
  yield* eachRecord(table.recordCount, (record) => {
    const rank = rankOf(record);
    const place = starts[rank] ?? 0;
    starts[rank] = place + 1;
    sorted[place] = record;
  });
  return sorted;
}

type Kind = 'date' | 'number' | 'text';

function kindOf(table: Table, column: number): Kind {
  const type = table.columnFact(column)?.type ?? 'string';
  if (type === 'date' || type === 'datetime') return 'date';
  return type === 'integer' || type === 'decimal' || type === 'year' ? 'number' : 'text';
}

interface Ranks {
  /** By code; the same for values that are taken as one. */
  readonly ranks: Uint32Array;
  /** How many ranks there are; the last one is that of empty values. */
  readonly count: number;
}

interface SortValue {
  readonly code: number;
  /** Whether it is what its column holds. */
  readonly isRight: boolean;
  readonly key: string | number;
}

function* rankValues(values: DistinctValues, kind: Kind, order: Order): Steps<Ranks> {
  const keys: SortValue[] = [];
  for (let code = emptyCode + 1; code < values.size; code++) {
    keys.push({ code, ...sortKey(values.text(code).trim(), kind) });
    if (code % stepSize === 0) yield;
  }
  const sign = order === 'ascending' ? 1 : -1;
  const found = yield* sortSteps(keys, (a, b) =>
    a.isRight === b.isRight ? sign * compare(a.key, b.key) : a.isRight ? -1 : 1,
  );
  const ranks = new Uint32Array(values.size);
  let rank = 0;
  for (const [index, { code, isRight, key }] of found.entries()) {
    const before = found[index - 1];
    if (before !== undefined && (before.key !== key || before.isRight !== isRight)) rank++;
    ranks[code] = rank;
  }
  return { ranks, count: rank + 2 };
}

function sortKey(text: string, kind: Kind): Omit<SortValue, 'code'> {
  if (kind === 'date') return { isRight: /^\d{4}-\d{2}-\d{2}/.test(text), key: text };
  const number = kind === 'number' && text !== '' ? Number(text) : NaN;
  if (Number.isFinite(number)) return { isRight: true, key: number };
  return { isRight: kind === 'text', key: textKey(text) };
}

/** A text that follows another where people would put it: `Grade 2` before `Grade 10`. */
function textKey(text: string): string {
  return foldText(text).replace(/0*(\d+)/g, (_, digits: string) => `${lengthMark(digits.length)}${digits}`);
}

/** A character that is greater the more digits a number has, and stands where digits do. */
function lengthMark(length: number): string {
  return `0${String.fromCharCode(Math.min(length, 0xffff))}`;
}

/** Keys of one kind are all numbers or all texts. */
function compare(left: string | number, right: string | number): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
