import { setImmediate } from 'node:timers/promises';
import { RosterError } from '../core/errors';
import { phrase } from '../core/text/say';

/** Throws the error `cancelled` where the signal has been given. */
export function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw cancelled();
}

/** The error for work that a person ended before it was done. */
export function cancelled(): RosterError {
  return new RosterError(
    'cancelled',
    phrase('Cancelled.'),
    phrase('Nothing was changed; start again when you want to.'),
  );
}

/** Lets other events have their turn, a cancel among them, and throws `cancelled` if that was one. */
export async function breathe(signal: AbortSignal | undefined): Promise<void> {
  await setImmediate();
  throwIfCancelled(signal);
}
