// A real SFTP server over a folder, on loopback, to practise on: for the tests, and as an administrator's first target.
import { createServer, type AddressInfo, type Socket } from 'node:net';
import ssh2, { type AuthenticationType, type Connection, type ServerConfig } from 'ssh2';
import { createKeyPair, fingerprintOf } from '../../src/node/practice/key-pair';
import { decideLogin, type LoginRules } from './practice-server-login';
import { serveSftp, type PracticeFaults, type RequestFault } from './practice-server-sftp';

export type { PracticeFaults, RequestFault };

export interface PracticeServerOptions extends LoginRules {
  /** The folder that clients see as `/`. */
  readonly folder: string;
  /** Where it is left out, a free one. */
  readonly port?: number;
  readonly faults?: PracticeFaults;
  /** The private host key, in OpenSSH form; a new one where it is left out. Several are offered together. */
  readonly hostKeyPem?: string | readonly string[];
  /**
   * What the server does not do any more: speak at all, get past the greeting, answer the login, answer it once a credential is
   * sent, start SFTP.
   */
  readonly silentFrom?: 'connect' | 'greeting' | 'login' | 'login-sent' | 'sftp';
  /** The faults of each connection, counted from 1, in the place of `faults`. */
  readonly faultsOf?: (connection: number) => PracticeFaults;
  /** The host key that is shown from the second connection on. */
  readonly laterHostKeyPem?: string;
  /** What is said before the server's name. */
  readonly greeting?: Buffer;
  /** No SFTP is offered after the login. */
  readonly withoutSftp?: boolean;
}

export interface PracticeServer {
  readonly host: string;
  readonly port: number;
  /** `sftp://user@host:port`, without the password. */
  readonly url: string;
  /** `SHA256:…`, of the first host key. */
  readonly hostKeyFingerprint: string;
  /** The private host key; give it to the next server to be the same one again. */
  readonly hostKeyPem: string;
  /** Every attempt to log in, in order: the method, `none` included. */
  readonly logins: readonly AuthenticationType[];
  /** Every SFTP request, in order: `OPEN /OneRoster.zip`. */
  readonly requests: readonly string[];
  /** How many connections were made. */
  readonly connections: () => number;
  /** How many there were at the same time, at the most. */
  readonly mostAtOnce: () => number;
  /** Cuts all connections and closes the port. */
  readonly stop: () => Promise<void>;
}

/** Starts the server. Whoever started it stops it. */
export async function startPracticeServer(options: PracticeServerOptions): Promise<PracticeServer> {
  const hostKeys = [options.hostKeyPem ?? createKeyPair().private].flat();
  const [hostKeyPem = ''] = hostKeys;
  const sockets = new Set<Socket>();
  const logins: AuthenticationType[] = [];
  const requests: string[] = [];
  let connections = 0;
  let mostAtOnce = 0;

  const onClient = (client: Connection, port: number) => {
    const cut = () => [...sockets].find((socket) => socket.remotePort === port)?.resetAndDestroy();
    const faults = options.faultsOf?.(connections) ?? options.faults ?? {};
    serveClient(client, { ...options, faults }, { logins, requests, cut });
  };
  const ssh = createSsh({ hostKeys, ...keptQuiet(options.silentFrom) }, onClient);
  const { laterHostKeyPem } = options;
  const later = laterHostKeyPem === undefined ? ssh : createSsh({ hostKeys: [laterHostKeyPem] }, onClient);
  // The TCP server is ours and not the SSH library's, so that lines can be cut, kept silent, and counted.
  const tcp = createServer({ noDelay: true }, (socket) => {
    connections++;
    sockets.add(socket);
    // A turn later: the end of the one before may be waiting to be noticed.
    setImmediate(() => (mostAtOnce = Math.max(mostAtOnce, sockets.size)));
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    if (options.silentFrom === 'connect') return;
    if (options.silentFrom === 'greeting') socket.write('SSH-2.0-practice\r\n');
    else {
      if (options.greeting !== undefined) socket.write(options.greeting);
      (connections === 1 ? ssh : later).injectSocket(socket);
    }
  });
  await new Promise<void>((resolve, reject) => {
    tcp.once('error', reject);
    tcp.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { address: host, port } = addressOf(tcp.address());
  return {
    host,
    port,
    url: `sftp://${encodeURIComponent(options.user)}@${host}:${String(port)}`,
    hostKeyFingerprint: fingerprintOf(hostKeyPem),
    hostKeyPem,
    logins,
    requests,
    connections: () => connections,
    mostAtOnce: () => mostAtOnce,
    stop: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => tcp.close(() => resolve()));
    },
  };
}

function createSsh(config: ServerConfig, onClient: (client: Connection, port: number) => void): ssh2.Server {
  return new ssh2.Server(config, (client, info) => onClient(client, info.port));
}

/** A server that keeps silent must not be the one that ends the wait. */
function keptQuiet(silentFrom: PracticeServerOptions['silentFrom']): Partial<ServerConfig> {
  return silentFrom === undefined ? {} : { keepaliveInterval: 0 };
}

function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('The practice server has no port.');
  return address;
}

interface ClientRecords {
  readonly logins: AuthenticationType[];
  readonly requests: string[];
  readonly cut: () => void;
}

function serveClient(
  client: Connection,
  options: PracticeServerOptions,
  { logins, requests, cut }: ClientRecords,
): void {
  // A client that hangs up in the middle is nothing to report.
  client.on('error', () => undefined);
  client.on('authentication', (context) => {
    const { silentFrom } = options;
    const isSilent = silentFrom === 'login' || (silentFrom === 'login-sent' && context.method !== 'none');
    if (isSilent) logins.push(context.method);
    else decideLogin(context, options, (method) => logins.push(method));
  });
  client.on('session', (accept) => {
    const session = accept();
    if (options.withoutSftp === true) return;
    session.on('sftp', (acceptSftp) => {
      if (options.silentFrom === 'sftp') return;
      serveSftp(acceptSftp(), {
        root: options.folder,
        faults: options.faults ?? {},
        cut,
        onRequest: (request) => requests.push(request),
      });
    });
  });
}
