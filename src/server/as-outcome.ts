import { RosterError } from '../core/errors';
import type { Outcome } from '../core/protocol';

/** Does work for a request, and tells of a failure that was foreseen in the answer. */
export async function asOutcome<T>(run: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await run() };
  } catch (error) {
    if (!RosterError.is(error)) throw error;
    return { ok: false, code: error.code, message: error.message, remedy: error.remedy };
  }
}
