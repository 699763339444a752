import type { Basis } from '../../model/tracker';
import type { Place } from './problem';
import type { Findings } from './problem-collector';

/** An edit of a file: what stood from `end` on stands `shift` bytes further on, and what stood before `start` where it stood. */
export interface Shift {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly shift: number;
}

/** What a question has found, and on what that rests. */
interface Remembered {
  readonly basis: Basis;
  readonly findings: Findings;
}

/**
 * Remembers what rules have found, so that after an edit only those are asked again that had looked at what has changed. It
 * serves one roster, one set of rules and one way to list problems.
 */
export class RuleMemory {
  readonly #answers = new Map<string, Remembered>();
  readonly #notes = new Map<string, unknown>();

  /** What the question has found, if that still holds. */
  recall(question: string): Findings | undefined {
    const known = this.#answers.get(question);
    return known?.basis.isCurrent() === true ? known.findings : undefined;
  }

  remember(question: string, basis: Basis, findings: Findings): void {
    this.#answers.set(question, { basis, findings });
  }

  /** What somebody keeps under a name from one run to the next, made at the first call. */
  note<T extends object>(name: string, make: () => T): T {
    const known = this.#notes.get(name) as T | undefined;
    if (known !== undefined) return known;
    const made = make();
    this.#notes.set(name, made);
    return made;
  }

  /** Moves the places of what is remembered. Those within the edit belong to answers that will be asked for anew. */
  move(edit: Shift): void {
    for (const { findings } of this.#answers.values()) {
      for (const { problem, group } of findings.listed) {
        movePlace(problem, edit);
        for (const related of problem.related) movePlace(related, edit);
        for (const place of group?.shown.values() ?? [])
          if (!problem.related.includes(place)) movePlace(place, edit);
      }
    }
  }
}

type Movable = { -readonly [K in 'start' | 'end']: Place[K] };

function movePlace(place: Place, { file, start, end, shift }: Shift): void {
  if (place.file !== file) return;
  const movable: Movable = place;
  if (place.start >= end && place.start > start) movable.start += shift;
  if (place.end >= end && place.end > start) movable.end += shift;
}
