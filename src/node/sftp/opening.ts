import type { Socket } from 'node:net';
import {
  cancelled,
  connectionLost,
  connectionTimeout,
  handshakeFailure,
  notSftp,
  sftpNotOffered,
  type ConnectionPhase,
  type ServerAddress,
} from '../../core/delivery/connection-errors';
import { agentUnavailable, loginRefused } from '../../core/delivery/login-errors';
import { quotable } from '../../core/delivery/server-text';
import type { Authentication } from '../../core/delivery/target';
import { RosterError } from '../../core/errors';
import type { SftpTimeouts } from './timeouts';

interface OpeningOptions {
  readonly server: ServerAddress;
  readonly socket: Socket;
  readonly timeouts: SftpTimeouts;
  readonly signal: AbortSignal | undefined;
}

/** A connection between its socket and its session: which phase it is in, how long that may take, and what ended it first. */
export class Opening {
  /** Rejects with the first failure that was found out here, and never resolves. */
  readonly failed: Promise<never>;
  readonly #options: OpeningOptions;
  readonly #secrets: string[] = [];
  #phase: ConnectionPhase = 'handshake';
  #credentialSent = false;
  #timer: NodeJS.Timeout | undefined;
  #failure: unknown;
  #libraryError: unknown;
  #reject: (error: unknown) => void = () => undefined;
  #ended = false;
  #isForeign = false;
  readonly #onAbort = () => this.fail(cancelled());

  constructor(options: OpeningOptions) {
    this.#options = options;
    this.failed = new Promise((_resolve, reject) => (this.#reject = reject));
    // It is raced against the connection and may lose: then nobody listens any more.
    this.failed.catch(() => undefined);
    options.signal?.addEventListener('abort', this.#onAbort);
    if (options.signal?.aborted === true) this.#onAbort();
  }

  /** Begins a phase, or its next step, and with it its time. */
  enter(phase: ConnectionPhase): void {
    this.pause();
    if (this.#ended) return;
    this.#phase = phase;
    const { timeouts } = this.#options;
    const milliseconds =
      phase === 'handshake' ? timeouts.handshake : phase === 'login' ? timeouts.login : timeouts.answer;
    this.#timer = setTimeout(() => this.fail(this.#silence(phase)), milliseconds);
  }

  /** Stops the clock while a person is asked. */
  pause(): void {
    clearTimeout(this.#timer);
  }

  /** From now on a server that hangs up refuses the login, and these secrets are kept out of every message. */
  noteCredential(secrets: readonly string[]): void {
    this.#credentialSent = true;
    this.#secrets.push(...secrets);
  }

  get secrets(): readonly string[] {
    return this.#secrets;
  }

  /** The first failure counts; it cuts the connection, so that nothing more is sent. */
  fail(error: unknown): void {
    if (this.#ended) return;
    this.#failure = error;
    this.end();
    this.#reject(error);
    this.#options.socket.destroy();
  }

  /**
   * Remembers the SSH library's own error: what the SFTP library makes of it has lost the reason. After trouble with the agent
   * the library would go on and call it a refusal.
   */
  noteLibraryError(error: unknown): void {
    this.#libraryError ??= error;
    if (levelOf(error) === 'agent') this.fail(agentUnavailable(this.#wordsOf(error)));
  }

  /** SSH servers begin with their name; a greeting before it is allowed, so the library waits for it in vain where another speaks. */
  noteFirstWords(words: Buffer): void {
    this.#isForeign = !words.includes('SSH-');
  }

  end(): void {
    this.#ended = true;
    this.pause();
    this.#options.signal?.removeEventListener('abort', this.#onAbort);
  }

  /** What to tell of an error that ended this. Bugs come back as they are. */
  explain(error: unknown, authentication: Authentication): unknown {
    if (this.#failure !== undefined) return this.#failure;
    if (error instanceof RosterError || error instanceof TypeError || error instanceof RangeError)
      return error;
    const { server } = this.#options;
    const cause = this.#libraryError ?? error;
    const words = this.#wordsOf(cause);
    if (this.#phase === 'handshake') return this.#handshakeEnd(words);
    if (this.#phase === 'opening' && /subsystem|channel/i.test(words)) return sftpNotOffered(server, words);
    const disconnected = cause instanceof Error && 'code' in cause && typeof cause.code === 'number';
    const refused = this.#phase === 'login' && this.#credentialSent && disconnected;
    return refused ? loginRefused(server, authentication, words) : connectionLost(this.#phase, server, words);
  }

  #silence(phase: ConnectionPhase): RosterError {
    const { server } = this.#options;
    return this.#isForeign ? notSftp(server) : connectionTimeout(phase, server);
  }

  #handshakeEnd(words: string): RosterError {
    const { server } = this.#options;
    if (this.#isForeign || /identification/i.test(words)) return notSftp(server);
    const isDisagreement = /no matching|malformed|signature/i.test(words);
    return isDisagreement ? handshakeFailure(server, words) : connectionLost('handshake', server);
  }

  #wordsOf(error: unknown): string {
    return quotable(error instanceof Error ? error.message : '', this.#secrets);
  }
}

function levelOf(error: unknown): unknown {
  return error instanceof Error && 'level' in error ? error.level : undefined;
}
