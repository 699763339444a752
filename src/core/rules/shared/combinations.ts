import type { Steps } from '../../steps';
import { eachStretch } from './each-record';

/** A column, or what is made of one, that has one value in many records after another. */
export interface Runs {
  /** Where the value is another one than in the record before: the first record of each run. It may take long the first time. */
  runStarts(): Uint32Array;
}

/**
 * Looks at the records of a table by what stands in some of its columns: of neighbours with the same in all of them, only at the
 * first one, unless `look` says that there is something about it; then each of them is looked at. Neighbours are mostly of one
 * class, school and term, so that few of a million have to be looked at.
 *
 * `counts` marks with 1 the records that are to be looked at.
 */
export function* eachCombination(
  counts: Uint8Array,
  columns: readonly Runs[],
  look: (record: number) => boolean,
): Steps<void> {
  const starts = yield* merged(columns, counts.length);
  yield* eachStretch(0, starts.length - 1, (from, to) => {
    for (let place = from; place < to; place++) {
      lookAtRun(counts, starts[place] ?? 0, starts[place + 1] ?? 0, look);
    }
  });
}

function lookAtRun(counts: Uint8Array, start: number, end: number, look: (record: number) => boolean): void {
  for (let record = start; record < end; record++) {
    if (counts[record] === 1 && !look(record)) return;
  }
}

/** The runs in which all columns stay as they are, and at last where the records end. */
function* merged(columns: readonly Runs[], end: number): Steps<Uint32Array> {
  let starts: Uint32Array | undefined;
  for (const column of columns) {
    const more = column.runStarts();
    yield;
    starts = starts === undefined ? more : union(starts, more);
    yield;
  }
  starts ??= new Uint32Array(0);
  const all = new Uint32Array(starts.length + 1);
  all.set(starts);
  all[starts.length] = end;
  return all;
}

/** What is in one of two ascending lists, or in both. */
function union(left: Uint32Array, right: Uint32Array): Uint32Array {
  const found = new Uint32Array(left.length + right.length);
  let count = 0;
  let at = 0;
  for (let place = 0; place < right.length; count++) {
    const next = right[place] ?? 0;
    const other = at < left.length ? (left[at] ?? 0) : Infinity;
    found[count] = Math.min(next, other);
    if (next <= other) place++;
    if (other <= next) at++;
  }
  found.set(left.subarray(at), count);
  return found.subarray(0, count + left.length - at);
}
