import type { Socket } from 'node:net';
import SftpClient from 'ssh2-sftp-client';
import type { HostVerifier, ServerHostKeyAlgorithm, SFTPWrapper } from 'ssh2';
import { formatAddress } from '../../core/delivery/connection-errors';
import { passwordExpired } from '../../core/delivery/login-errors';
import type { Target } from '../../core/delivery/target';
import { RosterError } from '../../core/errors';
import { checkHostKey, describeHostKey, type HostKeyPolicy, type ShownHostKey } from './check-host-key';
import type { Credential } from './credential';
import { createLogin } from './log-in';
import { openSocket } from './open-socket';
import { Opening } from './opening';
import { SftpSession } from './sftp-session';
import { usualTimeouts, type SftpTimeouts } from './timeouts';

export interface OpenSessionOptions {
  readonly target: Pick<Target, 'host' | 'port' | 'user' | 'hostKey'>;
  readonly credential: Credential;
  /** Where it names no pinned key, the target's is meant. */
  readonly hostKey?: HostKeyPolicy;
  readonly signal?: AbortSignal;
  /** Is told in short sentences how the connection goes; never a secret, never the user's name. */
  readonly log?: (line: string) => void;
  readonly timeouts?: Partial<SftpTimeouts>;
}

/**
 * Connects, checks the host key, and logs in, in this order: no credential is fetched before the host key is accepted, nor sent
 * before the server has proved that it holds that key. The caller closes the session.
 * @throws RosterError for everything that a network, a server or a person can do
 */
export async function openSftpSession(options: OpenSessionOptions): Promise<SftpSession> {
  const offered = new Set(keyFamilies);
  let mismatch: RosterError | undefined;
  for (;;) {
    let shown: ShownHostKey | undefined;
    try {
      return await attempt(options, [...offered].flat(), (key) => (shown = key));
    } catch (error) {
      if (mismatch !== undefined && shown === undefined && hasNoSuchKey(error)) throw mismatch;
      if (!RosterError.is(error, 'host-key-changed')) throw error;
      mismatch ??= error;
      const family = familyOf(shown);
      if (family === undefined || !offered.delete(family) || offered.size === 0) throw mismatch;
    }
  }
}

/**
 * A server may have several host keys and shows one, by the client's preference. The pinned fingerprint does not say of which
 * kind it is, so on a mismatch the server is asked for its other kinds before the key is called changed.
 */
const keyFamilies: readonly (readonly ServerHostKeyAlgorithm[])[] = [
  ['ssh-ed25519'],
  ['ecdsa-sha2-nistp256', 'ecdsa-sha2-nistp384', 'ecdsa-sha2-nistp521'],
  ['rsa-sha2-512', 'rsa-sha2-256', 'ssh-rsa'],
];

function familyOf(shown: ShownHostKey | undefined): (typeof keyFamilies)[number] | undefined {
  return keyFamilies.find((algorithms) => algorithms.some((name) => name === shown?.keyType));
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

async function attempt(
  options: OpenSessionOptions,
  serverHostKey: ServerHostKeyAlgorithm[],
  onKey: (key: ShownHostKey) => void,
): Promise<SftpSession> {
  const { target, credential, signal, log } = options;
  const server = { host: target.host, port: target.port };
  const timeouts = { ...usualTimeouts, ...options.timeouts };
  log?.(`Connecting to ${formatAddress(server)}.`);
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
    log?.('Logged in.');
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
    socket.destroy();
    throw opening.explain(error, credential.kind);
  } finally {
    opening.end();
  }
}

interface ConnectOptions extends OpenSessionOptions {
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
  client.on('ready', () => opening.enter('opening'));
  opening.enter('handshake');
  const connecting = client.connect({
    sock: socket,
    username: target.user,
    algorithms: { serverHostKey: options.serverHostKey },
    hostVerifier: createHostVerifier(options),
    authHandler: createLogin({
      server,
      user: target.user,
      credential,
      onCredential: (secrets) => opening.noteCredential(secrets),
      onWait: (whom) => (whom === 'person' ? opening.pause() : opening.enter('login')),
      fail: (error) => opening.fail(error),
    }),
    // Phases have their own clocks, which stop while a person is asked.
    readyTimeout: 0,
    keepaliveInterval: 15_000,
    keepaliveCountMax: 3,
  });
  // Listened to only now: the library has paused the socket, so nothing is taken away from it.
  socket.once('data', (words) => opening.noteFirstWords(words));
  return Promise.race([connecting, opening.failed]);
}

/** Servers exchange keys anew during long connections: the key once accepted stays the only one. */
function createHostVerifier({ target, hostKey, log, opening, onHostKey }: ConnectOptions): HostVerifier {
  const server = { host: target.host, port: target.port };
  const pinned = hostKey?.pinned ?? target.hostKey;
  const policy = { ...hostKey, ...(pinned === undefined ? {} : { pinned }) };
  let accepted: string | undefined;

  return (key, verify) => {
    const shown = describeHostKey(key);
    if (accepted !== undefined) {
      verify(accepted === shown.fingerprint);
      return;
    }
    onHostKey(shown);
    log?.(`The server shows the host key ${shown.fingerprint} (${shown.keyType}).`);
    opening.pause();
    checkHostKey(shown, policy, server).then(
      () => {
        accepted = shown.fingerprint;
        opening.enter('handshake');
        verify(true);
      },
      (error: unknown) => {
        opening.fail(error);
        verify(false);
      },
    );
  };
}
