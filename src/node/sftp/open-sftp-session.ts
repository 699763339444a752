import type { Socket } from 'node:net';
import SftpClient from 'ssh2-sftp-client';
import type { ServerHostKeyAlgorithm, SFTPWrapper } from 'ssh2';
import { formatAddress } from '../../core/delivery/connection-errors';
import { passwordExpired } from '../../core/delivery/login-errors';
import type { Target } from '../../core/delivery/target';
import { RosterError } from '../../core/errors';
import type { HostKeyPolicy, ShownHostKey } from './check-host-key';
import type { Credential } from './credential';
import type { KnownHosts, KnownKeys } from './known-hosts';
import { cutOff } from './cut-off';
import { familiesFor, familyOf } from './host-key-families';
import { createHostVerifier } from './host-verifier';
import { createLogin } from './log-in';
import { openSocket } from './open-socket';
import { Opening } from './opening';
import { SftpSession } from './sftp-session';
import { usualTimeouts, type SftpTimeouts } from './timeouts';
import { sentence, type Sentence } from '../../core/text/say';

export interface OpenSessionOptions {
  readonly target: Pick<Target, 'host' | 'port' | 'user' | 'hostKey'>;
  readonly credential: Credential;
  /** Where it names no pinned key, the target's is meant. */
  readonly hostKey?: Omit<HostKeyPolicy, 'known'>;
  /** What the known_hosts files say; left out, nothing is known but the pinned key. */
  readonly knownHosts?: KnownHosts | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Is told in short sentences how the connection goes; never a secret, never the user's name. */
  readonly log?: ((line: Sentence) => void) | undefined;
  readonly timeouts?: Partial<SftpTimeouts>;
  /** Is told when a credential is about to be sent, and when the server has let the user in. */
  readonly onLogin?: (state: 'sent' | 'accepted') => void;
}

/**
 * Connects, checks the host key, and logs in, in this order: no credential is fetched before the host key is accepted, nor sent
 * before the server has proved that it holds that key. The caller closes the session.
 * @throws RosterError for everything that a network, a server or a person can do
 */
export async function openSftpSession(options: OpenSessionOptions): Promise<SftpSession> {
  const known = options.knownHosts?.keysOf(options.target);
  for (const complaint of options.knownHosts?.complaints ?? []) options.log?.(complaint);
  const offered = new Set(familiesFor(known));
  let mismatch: RosterError | undefined;
  for (;;) {
    let shown: ShownHostKey | undefined;
    try {
      const onKey = (key: ShownHostKey) => (shown = key);
      return await attempt({ ...options, known }, [...offered].flat(), onKey);
    } catch (error) {
      if (mismatch !== undefined && shown === undefined && hasNoSuchKey(error)) throw mismatch;
      if (!RosterError.is(error, 'host-key-changed')) throw error;
      mismatch ??= error;
      const family = familyOf(shown);
      if (family === undefined || !offered.delete(family) || offered.size === 0) throw mismatch;
    }
  }
}

/** Whether a server that was asked for another kind of key ended the connection over it, in one of the ways they do. */
function hasNoSuchKey(error: unknown): boolean {
  return (
    RosterError.is(error, 'handshake-failed') ||
    RosterError.is(error, 'connection-lost') ||
    RosterError.is(error, 'connection-refused') ||
    RosterError.is(error, 'connection-timeout')
  );
}

interface AttemptOptions extends OpenSessionOptions {
  readonly known: KnownKeys | undefined;
}

async function attempt(
  options: AttemptOptions,
  serverHostKey: ServerHostKeyAlgorithm[],
  onKey: (key: ShownHostKey) => void,
): Promise<SftpSession> {
  const { target, credential, signal, log } = options;
  const server = { host: target.host, port: target.port };
  const timeouts = { ...usualTimeouts, ...options.timeouts };
  log?.(sentence('Connecting to {address}.', { address: formatAddress(server) }));
  const socket = await openSocket(server, { milliseconds: timeouts.connect, signal });
  const opening = new Opening({ server, socket, timeouts, signal });
  // Without callbacks of its own the library writes to the console.
  const client = new SftpClient('sftp', {
    error: () => undefined,
    end: () => undefined,
    close: () => undefined,
  });
  let hostKey = '';
  const onHostKey = (key: ShownHostKey) => {
    hostKey = key.fingerprint;
    onKey(key);
  };
  try {
    const channel = await connect({ ...options, serverHostKey, onHostKey, socket, opening, client });
    log?.(sentence('Logged in.'));
    return new SftpSession({
      server,
      hostKey,
      client,
      channel,
      socket,
      timeouts,
      secrets: opening.secrets,
      log,
    });
  } catch (error) {
    await cutOff(socket);
    throw opening.explain(error, credential.kind);
  } finally {
    opening.end();
  }
}

interface ConnectOptions extends AttemptOptions {
  readonly serverHostKey: ServerHostKeyAlgorithm[];
  readonly onHostKey: (key: ShownHostKey) => void;
  readonly socket: Socket;
  readonly opening: Opening;
  readonly client: SftpClient;
}

async function connect(options: ConnectOptions): Promise<SFTPWrapper> {
  const { target, credential, socket, opening, client } = options;
  const server = { host: target.host, port: target.port };
  client.on('error', (error: unknown) => opening.noteLibraryError(error));
  client.on('change password', () => opening.fail(passwordExpired(server)));
  client.on('ready', () => {
    options.onLogin?.('accepted');
    opening.enter('opening');
  });
  opening.enter('handshake');
  const connecting = client.connect({
    sock: socket,
    username: target.user,
    algorithms: { serverHostKey: options.serverHostKey },
    hostVerifier: createHostVerifier({
      ...options,
      pause: () => opening.pause(),
      proceed: () => opening.enter('handshake'),
      fail: (error) => opening.fail(error),
    }),
    authHandler: createLogin({
      server,
      user: target.user,
      credential,
      onCredential: (secrets) => {
        options.onLogin?.('sent');
        opening.noteCredential(secrets);
      },
      onWait: (whom) => (whom === 'person' ? opening.pause() : opening.enter('login')),
      fail: (error) => opening.fail(error),
    }),
    // Phases have their own clocks, which stop while a person is asked.
    readyTimeout: 0,
    keepaliveInterval: options.timeouts?.keepalive ?? usualTimeouts.keepalive,
    keepaliveCountMax: 3,
  });
  // Listened to only now: the library has paused the socket, so nothing is taken away from it.
  socket.once('data', (words) => opening.noteFirstWords(words));
  return Promise.race([connecting, opening.failed]);
}
