import { RosterError } from '../core/errors';
import type { Outcome } from '../core/protocol';

/** What came of something that may fail as was foreseen. */
export async function asOutcome<T>(run: () => T | Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await run() };
  } catch (error) {
    if (!RosterError.is(error)) throw error;
    return { ok: false, code: error.code, message: error.message, remedy: error.remedy };
  }
}
