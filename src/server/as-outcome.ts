import { RosterError } from '../core/errors';
import type { Outcome } from '../core/protocol';

/** Answers a request: with its value, or with the foreseen failure as data. */
export async function asOutcome<T>(run: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await run() };
  } catch (error) {
    if (!RosterError.is(error)) throw error;
    return { ok: false, code: error.code, message: error.message, remedy: error.remedy };
  }
}
