import { RosterError } from '../core/errors';
import type { Outcome } from '../core/protocol';

/** What the server has answered. @throws RosterError where that was a failure */
export function valueOf<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new RosterError(outcome.code, outcome.message, outcome.remedy);
}
