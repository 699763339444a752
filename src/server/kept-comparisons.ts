import type { Comparison } from '../core/compare/comparison';
import { RosterError } from '../core/errors';
import { phrase } from '../core/text/say';

/** So many comparisons are kept, each with its two rosters; the oldest makes room for a new one. */
const mostKept = 3;

/** The comparisons that pages of the editor show, by the ids that they ask with. */
export class KeptComparisons {
  readonly #kept = new Map<string, Comparison>();
  #count = 0;

  add(comparison: Comparison): string {
    const id = String(++this.#count);
    this.#kept.set(id, comparison);
    for (const old of [...this.#kept.keys()].slice(0, -mostKept)) this.#kept.delete(old);
    return id;
  }

  get(id: string): Comparison {
    const found = this.#kept.get(id);
    if (found !== undefined) return found;
    throw new RosterError(
      'comparison-gone',
      phrase('This comparison is no longer at hand.'),
      phrase('Compare again to see what there is now.'),
    );
  }

  forget(id: string): void {
    this.#kept.delete(id);
  }
}
