import { emptyCode, noField, type DistinctValues } from '../../model/distinct-values';
import type { Steps } from '../../steps';
import { eachStretch } from './each-record';

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
  const records = yield* recordsByCode(counts, columns.left, columns.right);
  const lefts = columns.left.codes;
  const rights = columns.right.codes;
  // The place, from 1, of the last record that had a value on the right: in the stretch that is looked at, or before it.
  const lastWith = new Uint32Array(columns.right.size);
  const kindOf = kinds(columns);
  const firstOfKind = new Map<number, number>();
  // Where the stretch of records with one value on the left begins.
  let start = 0;
  let last: number | undefined;
  yield* eachStretch(0, records.length, (from, to) => {
    for (let at = from; at < to; at++) {
      const record = records[at] ?? 0;
      const left = lefts[record];
      if (left !== last) {
        start = at;
        last = left;
        if (firstOfKind.size > 0) firstOfKind.clear();
      }
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

/**
 * The records that count and have a value in both columns, sorted by the left one's code and then by their place in the file.
 * Mostly they are so already: of enrollments that were written class by class nothing is moved.
 */
function* recordsByCode(counts: Uint8Array, left: DistinctValues, right: DistinctValues): Steps<Uint32Array> {
  const lefts = left.codes;
  const rights = right.codes;
  const compared = new Uint32Array(counts.length);
  const sizes = new Uint32Array(left.size + 1);
  let count = 0;
  let last = emptyCode;
  let steps = 0;
  yield* eachStretch(1, counts.length, (from, to) => {
    for (let record = from; record < to; record++) {
      const code = lefts[record] ?? noField;
      if (counts[record] !== 1 || !isValue(code) || !isValue(rights[record] ?? noField)) continue;
      compared[count++] = record;
      sizes[code + 1] = (sizes[code + 1] ?? 0) + 1;
      if (code < last) steps++;
      last = code;
    }
  });
  const found = compared.subarray(0, count);
  if (steps === 0) return found;
  const next = sumsOf(sizes);
  const sorted = new Uint32Array(count);
  yield* eachStretch(0, count, (from, to) => {
    for (let place = from; place < to; place++) {
      const record = found[place] ?? 0;
      const code = lefts[record] ?? noField;
      const at = next[code] ?? 0;
      sorted[at] = record;
      next[code] = at + 1;
    }
  });
  return sorted;
}

/** Of each number the sum of it and all before. */
function sumsOf(numbers: Uint32Array): Uint32Array {
  let sum = 0;
  return numbers.map((number) => (sum += number));
}

function isValue(code: number): boolean {
  return code !== emptyCode && code !== noField;
}
