// A small SFTP server to practise on: on this computer only, for one user with one password, over one folder.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ssh2, { type AuthContext, type Connection } from 'ssh2';
import { createKeyPair, fingerprintOf } from './key-pair';
import { serveFolder } from './serve-folder';

export interface PracticeServer {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  /** Made for this server; it lets nobody in anywhere else. */
  readonly password: string;
  /** `SHA256:…` */
  readonly hostKey: string;
  /** A temporary folder of its own: clients see nothing else, and write nowhere else. */
  readonly folder: string;
  /** Cuts all connections, closes the port and deletes the folder. */
  stop(): Promise<void>;
}

const user = 'practice';

/** Starts the server. Whoever started it stops it; it does not keep a process from ending. */
export async function startPracticeServer(): Promise<PracticeServer> {
  const folder = await mkdtemp(join(tmpdir(), 'oneroster-practice-'));
  const password = randomBytes(18).toString('base64url');
  const { private: hostKeyPem } = createKeyPair();
  const clients = new Set<Connection>();
  const server = new ssh2.Server({ hostKeys: [hostKeyPem] }, (client) => {
    clients.add(client);
    client.on('close', () => clients.delete(client));
    // A client that hangs up in the middle is nothing to report.
    client.on('error', () => undefined);
    client.on('authentication', (context) => decide(context, password));
    client.on('session', (accept) => {
      accept().on('sftp', (acceptSftp) => serveFolder(acceptSftp(), folder));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  server.unref();
  const { address: host, port } = server.address() as AddressInfo;
  return {
    ...{ host, port, user, password, folder },
    hostKey: fingerprintOf(hostKeyPem),
    async stop() {
      for (const client of clients) client.end();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function decide(context: AuthContext, password: string): void {
  const isRight =
    context.method === 'password' && context.username === user && isSame(context.password, password);
  if (isRight) context.accept();
  else context.reject(['password']);
}

function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
