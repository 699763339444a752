import type { CancellationToken } from 'vscode-languageserver/node';
import { RosterError } from '../core/errors';
import type { Outcome } from '../core/protocol';

/** Turns an expected failure into data, for an exception would lose its code and remedy on the way to the editor. */
export async function asOutcome<T>(run: () => Promise<T> | T): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await run() };
  } catch (error) {
    if (!RosterError.is(error)) throw error;
    return {
      ok: false,
      code: error.code,
      message: error.message,
      remedy: error.remedy,
      sentences: error.sentences,
    };
  }
}

/** Works with a signal that is given when the editor cancels its request. */
export async function withSignal<T>(
  cancellation: CancellationToken,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const subscription = cancellation.onCancellationRequested(() => controller.abort());
  try {
    return await work(controller.signal);
  } finally {
    subscription.dispose();
  }
}
