import { cancelled } from '../../core/delivery/connection-errors';
import { RosterError } from '../../core/errors';
import { openSftpSession, type OpenSessionOptions } from './open-sftp-session';
import { readOnce } from './read-once';
import type { SftpSession } from './sftp-session';
import { sentence } from '../../core/text/say';

/** Another try that is about to be made. */
export interface Retry {
  /** What the last try failed with. */
  readonly error: RosterError;
  /** How long it is waited before the next try. */
  readonly milliseconds: number;
}

export interface RetryOptions {
  /** The waits between tries, in milliseconds; there is one try more than there are waits. */
  readonly delays?: readonly number[] | undefined;
  readonly onRetry?: ((retry: Retry) => void) | undefined;
  /** Whether something is half done on the server that the next try has to mend before a cancel is honoured. */
  readonly mustGoOn?: (() => boolean) | undefined;
}

/** Long enough together for a server to start again, short enough for a person to wait. */
export const usualDelays: readonly number[] = [1_000, 4_000, 15_000];

/**
 * Opens a session, does some work with it, and closes it. After trouble with the network it does all of it again, one
 * connection at a time, with longer waits each time; the host key has to stay the same. Nothing else is tried again, a login least of
 * all: accounts lock. The secret is fetched once.
 * @param work may be called several times, with another session each time
 */
export async function withRetries<T>(
  options: OpenSessionOptions,
  work: (session: SftpSession) => Promise<T>,
  { delays = usualDelays, onRetry, mustGoOn }: RetryOptions = {},
): Promise<T> {
  const credential = readOnce(options.credential);
  let pinned = options.hostKey?.pinned;
  for (let tries = 0; ; tries++) {
    let login: 'not sent' | 'sent' | 'accepted' = 'not sent';
    const signal = mustGoOn?.() === true ? undefined : options.signal;
    try {
      const session = await openSftpSession({
        ...options,
        signal,
        credential,
        hostKey: { ...options.hostKey, ...(pinned === undefined ? {} : { pinned }) },
        onLogin: (state) => (login = state),
      });
      pinned = session.hostKey;
      try {
        return await work(session);
      } finally {
        await session.close();
      }
    } catch (error) {
      const milliseconds = delays[tries];
      if (milliseconds === undefined || !RosterError.is(error) || !mayPass(error)) throw error;
      if (isUndecided(login)) throw error;
      options.log?.(
        sentence('{message} Trying again in {seconds} s.', {
          message: error.sentences.message,
          seconds: String(milliseconds / 1000),
        }),
      );
      onRetry?.({ error, milliseconds });
      await pause(milliseconds, mustGoOn?.() === true ? undefined : options.signal);
    }
  }
}

/** A login that was sent and not answered may have been counted as a failed one. */
function isUndecided(login: string): boolean {
  return login === 'sent';
}

/** Whether a failure is trouble with the network, or a server that is just being started. */
function mayPass({ code }: RosterError): boolean {
  return code === 'connection-lost' || code === 'connection-timeout' || code === 'connection-refused';
}

/** Waits, or throws `cancelled`. */
export function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => settle(resolve), milliseconds);
    const onAbort = () => settle(() => reject(cancelled()));

    function settle(finish: () => void): void {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      finish();
    }

    signal?.addEventListener('abort', onAbort);
    if (signal?.aborted === true) onAbort();
  });
}
