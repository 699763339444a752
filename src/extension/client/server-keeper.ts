import type { LogOutputChannel } from 'vscode';
import { RosterError } from '../../core/errors';
import { phrase } from '../../core/text/say';
import type { ServerProcess } from './server-process';

export interface ServerKeeperOptions {
  readonly log: LogOutputChannel;
  /** Starts a process; rejects where it does not come to answer. */
  launch(): Promise<ServerProcess>;
  /** Told that the process has ended, and whether another is being started. */
  onEnd(another: boolean): void;
}

/** A process that ends this often within this time, in milliseconds, is not started again by itself. */
const tooOften = { ends: 5, within: 3 * 60_000 };

/** Keeps a server running: one that ends is followed by another, unless that goes on and on. */
export class ServerKeeper {
  readonly #options: ServerKeeperOptions;
  #current: Promise<ServerProcess> | undefined;
  #ends: readonly number[] = [];
  #isDisposed = false;

  constructor(options: ServerKeeperOptions) {
    this.#options = options;
  }

  /**
   * The process that answers; where there is none, one is started.
   * @throws RosterError where none can be kept running
   */
  running(): Promise<ServerProcess> {
    return this.#current ?? this.#follow(this.#start());
  }

  dispose(): void {
    this.#isDisposed = true;
    // The editor does not wait for it, and there is nothing to lose: the server keeps nothing.
    void this.#current?.then((server) => server.stop()).catch(() => undefined);
  }

  #follow(next: Promise<ServerProcess>): Promise<ServerProcess> {
    this.#current = next;
    // Whoever needs it next starts anew.
    next.catch(() => {
      if (this.#current === next) this.#current = undefined;
    });
    return next;
  }

  async #start(): Promise<ServerProcess> {
    try {
      const server = await this.#options.launch();
      void server.ended.then(() => this.#onEnd());
      return server;
    } catch (error) {
      this.#options.log.error('The process that checks rosters did not start.', String(error));
      return this.#startAgain();
    }
  }

  #onEnd(): void {
    this.#current = undefined;
    if (!this.#isDisposed) void this.#follow(this.#startAgain()).catch(() => undefined);
  }

  #startAgain(): Promise<ServerProcess> {
    const now = Date.now();
    this.#ends = [...this.#ends.filter((end) => end > now - tooOften.within), now];
    const another = !this.#isDisposed && this.#ends.length < tooOften.ends;
    this.#options.log.warn(
      `The process that checks rosters has ended.${another ? ' It is started again.' : ''}`,
    );
    this.#options.onEnd(another);
    if (another) return this.#start();
    this.#ends = [];
    return Promise.reject(keepsEnding());
  }
}

function keepsEnding(): RosterError {
  return new RosterError(
    'connection-lost',
    phrase('The process that checks rosters has ended several times in a row.'),
    phrase('The log may say why. Check again to start it once more.'),
  );
}
