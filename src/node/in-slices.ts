import { setImmediate } from 'node:timers/promises';
import type { Steps } from '../core/steps';
import { throwIfCancelled } from './cancel';

/** How long others wait at most while work is done, but for a single step that takes longer; in milliseconds. */
const slice = 8;
/**
 * So many turns others have between two slices. A question that has come meanwhile is read in two, its head and the rest, then handed
 * over, and answered: were the turns too few, it would wait for another slice. One without work takes microseconds.
 */
const turns = 6;

/**
 * Does work in steps and lets other events have their turn in between. Throws `cancelled` once the signal has been given, and
 * leaves the rest undone.
 */
export async function inSlices<T>(steps: Steps<T>, signal?: AbortSignal): Promise<T> {
  const value = await unlessVoid(steps, () => {
    throwIfCancelled(signal);
    return false;
  });
  if (value === undefined) throw new Error('work that cannot be void was given up');
  return value.done;
}

/** As `inSlices`, but given up, with nothing to show, as soon as it is void: asked after each turn of the others. */
export async function unlessVoid<T>(
  steps: Steps<T>,
  isVoid: () => boolean,
): Promise<{ readonly done: T } | undefined> {
  for (;;) {
    const end = performance.now() + slice;
    while (performance.now() < end) {
      const step = steps.next();
      if (step.done === true) return { done: step.value };
    }
    for (let turn = 0; turn < turns; turn++) await setImmediate();
    if (isVoid()) return undefined;
  }
}
