import type { RosterSession } from './roster-session';

/** A check that takes longer than this waits for a pause in the typing; in milliseconds. */
const quick = 50;
/** The longest wait for such a pause. */
const longestPause = 150;

/** Checks what is typed: at once where that is quick, or else when the typing pauses. Keystrokes that come together are one check. */
export class TypingChecks {
  readonly #onChecked: () => void;
  readonly #onFailure: (error: unknown) => void;
  readonly #waiting = new Set<RosterSession>();
  readonly #lastDuration = new WeakMap<RosterSession, number>();
  #timer: NodeJS.Timeout | undefined;

  constructor(onChecked: () => void, onFailure: (error: unknown) => void) {
    this.#onChecked = onChecked;
    this.#onFailure = onFailure;
  }

  checkSoon(session: RosterSession): void {
    this.#waiting.add(session);
    const duration = this.#lastDuration.get(session) ?? 0;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#checkAll(), duration < quick ? 0 : Math.min(duration, longestPause));
  }

  #checkAll(): void {
    const sessions = [...this.#waiting];
    this.#waiting.clear();
    for (const session of sessions) this.#check(session);
    this.#onChecked();
  }

  #check(session: RosterSession): void {
    const start = performance.now();
    try {
      session.checkNow();
    } catch (error) {
      this.#onFailure(error);
    }
    this.#lastDuration.set(session, performance.now() - start);
  }
}
