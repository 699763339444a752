import { emptyCode, noField, type DistinctValues } from '../../model/distinct-values';
import type { Steps } from '../../steps';
import { eachBetween, eachRecord } from './each-record';

/** What records are compared by: they have to have a value in both of the first two columns. */
export interface ComparedColumns {
  readonly left: DistinctValues;
  readonly right: DistinctValues;
  /** A third column, where there is one; nothing in it is a value like others. */
  readonly also: DistinctValues | undefined;
}

/**
 * The records that have the same values in all columns, as lists in the file's order; lists of one are left out. Only records
 * marked in `counts` are compared. A million pass here, so they are put side by side by the left column's value, and nothing is
 * made for a record that is like no other.
 */
export function* sameRecords(
  counts: Uint8Array,
  columns: ComparedColumns,
): Steps<readonly (readonly number[])[]> {
  const lists = new Map<number, number[]>();
  const { starts, records } = yield* recordsByCode(counts, columns.left, columns.right);
  const rights = columns.right.codes;
  // The place, from 1, of the last record that had a value on the right: in the stretch that is looked at, or before it.
  const lastWith = new Uint32Array(columns.right.size);
  const kindOf = kinds(columns);
  const firstOfKind = new Map<number, number>();
  yield* eachBetween(emptyCode + 1, columns.left.size, (left) => {
    const start = starts[left] ?? 0;
    const end = starts[left + 1] ?? 0;
    for (let at = start; at < end; at++) {
      const record = records[at] ?? 0;
      const right = rights[record] ?? 0;
      const earlier = lastWith[right] ?? 0;
      lastWith[right] = at + 1;
      if (earlier <= start) continue;
      const before = records[earlier - 1] ?? 0;
      if (!firstOfKind.has(kindOf(before))) firstOfKind.set(kindOf(before), before);
      const first = firstOfKind.get(kindOf(record));
      if (first === undefined) firstOfKind.set(kindOf(record), record);
      else addTo(lists, first, record);
    }
    firstOfKind.clear();
  });
  return [...lists.values()].sort((a, b) => (a[1] ?? 0) - (b[1] ?? 0));
}

/** Tells records of one value on the left apart by their values on the right and in the third column. */
function kinds({ right, also }: ComparedColumns): (record: number) => number {
  if (also === undefined) return (record) => right.codes[record] ?? 0;
  return (record) => {
    const code = also.codes[record] ?? noField;
    return (right.codes[record] ?? 0) * (also.size + 1) + (code === noField ? also.size : code);
  };
}

function addTo(lists: Map<number, number[]>, first: number, record: number): void {
  const list = lists.get(first);
  if (list === undefined) lists.set(first, [first, record]);
  else list.push(record);
}

/** The records that count and have a value in both columns, sorted by the left one's code and then by their place in the file. */
function* recordsByCode(counts: Uint8Array, left: DistinctValues, right: DistinctValues) {
  const lefts = left.codes;
  const rights = right.codes;
  const isCompared = (record: number, code: number) =>
    counts[record] === 1 && isValue(code) && isValue(rights[record] ?? noField);
  const starts = new Uint32Array(left.size + 1);
  yield* eachRecord(counts.length, (record) => {
    const code = lefts[record] ?? noField;
    if (isCompared(record, code)) starts[code + 1] = (starts[code + 1] ?? 0) + 1;
  });
  for (let code = 1; code < starts.length; code++)
    starts[code] = (starts[code] ?? 0) + (starts[code - 1] ?? 0);
  const next = starts.slice();
  const records = new Uint32Array(starts.at(-1) ?? 0);
  yield* eachRecord(counts.length, (record) => {
    const code = lefts[record] ?? noField;
    if (!isCompared(record, code)) return;
    const at = next[code] ?? 0;
    records[at] = record;
    next[code] = at + 1;
  });
  return { starts, records };
}

function isValue(code: number): boolean {
  return code !== emptyCode && code !== noField;
}
