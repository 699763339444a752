import type { Steps } from '../../steps';

/** So many records are looked at in a few milliseconds. */
const stepSize = 1 << 15;

/** Looks at the records of a table one after the other, the header left out, in steps. */
export function* eachRecord(recordCount: number, look: (record: number) => void): Steps<void> {
  yield* eachStretch(1, recordCount, (from, to) => {
    for (let record = from; record < to; record++) look(record);
  });
}

/** Goes from `start` to `end`, exclusive, in steps. Loops over millions belong into `look`: a call for each would take longer. */
export function* eachStretch(
  start: number,
  end: number,
  look: (from: number, to: number) => void,
  size = stepSize,
): Steps<void> {
  for (let from = start; from < end; from += size) {
    look(from, Math.min(from + size, end));
    yield;
  }
}
