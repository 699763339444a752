import type { Say } from '../../text/say';

/** The message of a problem that may stand for many places. */
export function messageOfAll(message: string, count: number, say: Say): string {
  return count === 1 ? message : say('{message} (in {count} places)', { message, count });
}
