/**
 * Work in steps that are short each, so that whoever does it may do something else between two of them. The value comes at the
 * end.
 */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Does all of the work at once. */
export function allAtOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
