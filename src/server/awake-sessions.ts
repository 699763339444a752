import type { RosterSession } from './roster-session';

/** Rosters that were read for questions alone are forgotten when nobody has asked one for so long; in milliseconds. */
const patience = 60_000;

/** The rosters that somebody has asked about, and may ask about again: what was read of them is kept for a while. */
export class AwakeSessions {
  readonly #awake = new Set<RosterSession>();
  #timer: NodeJS.Timeout | undefined;

  /** Keeps what was read of a roster until nothing has been asked for a while. */
  keep(session: RosterSession): void {
    session.keepAwake(true);
    this.#awake.add(session);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#letGo(), patience).unref();
  }

  #letGo(): void {
    for (const session of this.#awake) session.keepAwake(false);
    this.#awake.clear();
  }
}
