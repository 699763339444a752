import { cancelled } from '../../core/delivery/connection-errors';
import type { OpenSessionOptions } from './open-sftp-session';
import type { Fate } from '../../core/delivery/fate';
import { fateOf, lookAtFile, type SeenFile } from './remote-folder';
import { pause, withRetries, type RetryOptions } from './with-retries';

export interface WatchOptions extends RetryOptions {
  readonly open: OpenSessionOptions;
  /** The file that was delivered. */
  readonly remotePath: string;
  /** Milliseconds until it is given up. */
  readonly limit: number;
  /** Milliseconds between two looks; a connection is made for each of them. */
  readonly interval?: number;
  /** Told of each look, with the milliseconds that are left. */
  readonly onLook?: (left: number) => void;
  /** Called with each look, for whoever has to wait for other work first. */
  readonly inTurn?: <T>(work: () => Promise<T>) => Promise<T>;
  /** The present time in milliseconds. */
  readonly now?: () => number;
}

/** Often enough to see a collector at work, seldom enough not to be in its way. */
export const usualInterval = 60_000;

/**
 * Looks at a delivered file every now and then until it is collected or replaced, or the time is up. No connection is held in
 * between: some servers let in one at a time.
 * @returns `collected` also where it is gone at the first look; `there` where the time was up first
 * @throws RosterError for what network, server, login or a cancel can do
 */
export async function watchPackage(options: WatchOptions): Promise<Fate> {
  const { remotePath, limit, interval = usualInterval, onLook, now = Date.now } = options;
  const inTurn = options.inTurn ?? ((work) => work());
  const { signal } = options.open;
  const end = now() + limit;
  let opening = options.open;
  const look = (): Promise<SeenFile | undefined> =>
    withRetries(
      opening,
      async (session) => {
        // A key that a person has accepted is not asked about at every look.
        opening = { ...opening, hostKey: { ...opening.hostKey, pinned: session.hostKey } };
        return lookAtFile(session, remotePath, signal);
      },
      options,
    );
  const first = await inTurn(look);
  if (first === undefined) return 'collected';
  for (let left = end - now(); left > 0; left = end - now()) {
    onLook?.(left);
    await pause(Math.min(interval, left), signal);
    const fate = fateOf(first, await inTurn(look));
    if (fate !== 'there') return fate;
  }
  if (signal?.aborted === true) throw cancelled();
  return 'there';
}
