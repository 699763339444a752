import type { RosterSessions } from '../roster-sessions';

/** Rosters that were read for a question alone are forgotten when nobody has asked for so long; in milliseconds. */
const patience = 60_000;

/** Has rosters that nobody has open forgotten a while after the last question about them. */
export class RestLater {
  readonly #sessions: RosterSessions;
  #timer: NodeJS.Timeout | undefined;

  constructor(sessions: RosterSessions) {
    this.#sessions = sessions;
  }

  /** Says that there was a question. */
  asked(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      for (const session of this.#sessions.all) session.rest();
    }, patience).unref();
  }
}
