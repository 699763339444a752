import type { Steps } from './steps';

/** So many are sorted, or put in their places, in a step. */
const stepSize = 4096;

/** Sorts a copy of a list as `Array.prototype.sort` would, in steps: those that are taken as one stay in their order. */
export function* sortSteps<T>(items: readonly T[], compare: (a: T, b: T) => number): Steps<T[]> {
  let sorted: T[] = [];
  for (let start = 0; start < items.length; start += stepSize) {
    sorted.push(...items.slice(start, start + stepSize).sort(compare));
    yield;
  }
  for (let size = stepSize; size < sorted.length; size *= 2) {
    const merged: T[] = [];
    for (let start = 0; start < sorted.length; start += size * 2) {
      const middle = Math.min(start + size, sorted.length);
      yield* mergeSteps(
        sorted,
        { start, middle, end: Math.min(middle + size, sorted.length) },
        compare,
        merged,
      );
    }
    sorted = merged;
  }
  return sorted;
}

interface Halves {
  readonly start: number;
  readonly middle: number;
  readonly end: number;
}

/** Adds two sorted stretches that follow one another to a list, as one. */
function* mergeSteps<T>(
  items: readonly T[],
  { start, middle, end }: Halves,
  compare: (a: T, b: T) => number,
  merged: T[],
): Steps<void> {
  for (let left = start, right = middle; left < middle || right < end;) {
    const [a, b] = [items[left], items[right]];
    const isLeft = right >= end || (left < middle && compare(a as T, b as T) <= 0);
    merged.push((isLeft ? a : b) as T);
    if (isLeft) left++;
    else right++;
    if (merged.length % stepSize === 0) yield;
  }
}
