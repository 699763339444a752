import type { Steps } from '../../steps';

/** So many records are looked at in a few milliseconds. */
const stepSize = 1 << 15;

/** Looks at the records of a table one after the other, the header left out, in steps. */
export function* eachRecord(recordCount: number, look: (record: number) => void): Steps<void> {
  yield* eachBetween(1, recordCount, look);
}

/** As `eachRecord`, for records that are listed. */
export function* eachOf(records: readonly number[], look: (record: number) => void): Steps<void> {
  yield* eachBetween(0, records.length, (place) => {
    look(records[place] ?? 0);
  });
}

/** Looks at the numbers from `start` to `end`, exclusive, in steps. */
export function* eachBetween(start: number, end: number, look: (number: number) => void): Steps<void> {
  for (let from = start; from < end; from += stepSize) {
    const to = Math.min(from + stepSize, end);
    for (let number = from; number < to; number++) look(number);
    yield;
  }
}
