import type { Socket } from 'node:net';
import type SftpClient from 'ssh2-sftp-client';
import type { SFTPWrapper } from 'ssh2';
import { cancelled, connectionLost, type ServerAddress } from '../../core/delivery/connection-errors';
import { remoteFailure, remoteTimeout, type RemoteStep } from '../../core/delivery/remote-errors';
import { quotable } from '../../core/delivery/server-text';
import { RosterError } from '../../core/errors';
import { cutOff } from './cut-off';
import type { SftpTimeouts } from './timeouts';
import { type Sentence } from '../../core/text/say';

interface SessionParts {
  readonly server: ServerAddress;
  readonly hostKey: string;
  readonly client: SftpClient;
  readonly channel: SFTPWrapper;
  readonly socket: Socket;
  readonly timeouts: SftpTimeouts;
  readonly secrets: readonly string[];
  readonly log: ((line: Sentence) => void) | undefined;
}

interface RunOptions {
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds without a sign of life; the session's time for an answer where it is left out. */
  readonly milliseconds?: number;
}

/** A connection that is logged in. Whoever opened it closes it. */
export class SftpSession {
  readonly server: ServerAddress;
  /** The fingerprint of the host key that was accepted. */
  readonly hostKey: string;
  readonly client: SftpClient;
  /** The SSH library's own view of the same channel, for what the client has no words for. */
  readonly channel: SFTPWrapper;
  readonly timeouts: SftpTimeouts;
  readonly #parts: SessionParts;
  readonly #lost = new AbortController();

  constructor(parts: SessionParts) {
    this.server = parts.server;
    this.hostKey = parts.hostKey;
    this.client = parts.client;
    this.channel = parts.channel;
    this.timeouts = parts.timeouts;
    this.#parts = parts;
    const onLost = () => this.#lost.abort();
    parts.channel.once('close', onLost);
    // The library drops its channel at the first of these, and then stumbles over its absence.
    for (const event of ['end', 'close', 'error']) parts.client.on(event, onLost);
    if (parts.socket.destroyed) onLost();
  }

  /** Whether the server can still be asked something. */
  get isAlive(): boolean {
    return !this.#lost.signal.aborted;
  }

  log(line: Sentence): void {
    this.#parts.log?.(line);
  }

  /**
   * Does one step on the server. It ends with the step, a cancel, the loss of the connection, or silence, whichever comes first;
   * `alive` puts off the silence. What the server refuses becomes a `RosterError`; bugs come through.
   */
  run<T>(
    step: RemoteStep,
    operation: (alive: () => void) => Promise<T>,
    options: RunOptions = {},
  ): Promise<T> {
    const { signal, milliseconds = this.timeouts.answer } = options;
    const lost = this.#lost.signal;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => settle(() => reject(remoteTimeout(step, this.server))), milliseconds);
      const onAbort = () => settle(() => reject(cancelled()));
      const onLost = () => settle(() => reject(connectionLost('working', this.server)));

      function settle(finish: () => void): void {
        clearTimeout(timer);
        signal?.removeEventListener('abort', onAbort);
        lost.removeEventListener('abort', onLost);
        finish();
      }

      signal?.addEventListener('abort', onAbort);
      lost.addEventListener('abort', onLost);
      if (lost.aborted) onLost();
      else if (signal?.aborted === true) onAbort();
      else {
        operation(() => timer.refresh()).then(
          (value) => settle(() => resolve(value)),
          (error: unknown) => settle(() => reject(this.#explain(error, step))),
        );
      }
    });
  }

  /** Says goodbye, and cuts the line where the server does not answer that in time. Never fails. */
  async close(): Promise<void> {
    const { client, socket } = this.#parts;
    const goodbye = this.isAlive ? client.end() : Promise.resolve(true);
    let timer: NodeJS.Timeout | undefined;
    const deadline = new Promise((resolve) => (timer = setTimeout(resolve, this.timeouts.cleanup)));
    // An error while hanging up changes nothing for anybody.
    await Promise.race([goodbye.catch(() => undefined), deadline]);
    clearTimeout(timer);
    await cutOff(socket);
  }

  #explain(error: unknown, step: RemoteStep): Error {
    if (error instanceof RosterError || error instanceof TypeError || error instanceof RangeError)
      return error;
    if (!(error instanceof Error)) return new Error(String(error));
    const words = quotable(withoutCallName(error.message), this.#parts.secrets);
    const code = 'code' in error ? error.code : undefined;
    if (typeof code === 'number') return remoteFailure(step, code, words, this.server);
    if (code === 'ENOENT') return remoteFailure(step, 2, words, this.server);
    if (
      !this.isAlive ||
      /unexpected (?:end|close) event|no response from server|keepalive|not connected|no sftp/i.test(words)
    ) {
      return connectionLost('working', this.server);
    }
    return remoteFailure(step, undefined, words, this.server);
  }
}

/** The client puts the names of its own functions before what the server said. */
function withoutCallName(message: string): string {
  return message.replace(/^(?:_?\w+(?:->|: ))+/, '');
}
