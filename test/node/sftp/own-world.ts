// SSH servers as an administrator runs them, with users, passwords and disks of their own: in a mount namespace, so that this
// machine is left as it is. Only root may make one.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { delimiter, join } from 'node:path';

/** A server in its own world. Whoever started it stops it. */
export interface WorldServer {
  readonly port: number;
  readonly user: string;
  /** The folder that the user gets to: its path as this process sees it. */
  readonly folder: string;
  readonly stop: () => Promise<void>;
}

export const worldUser = 'district';
const worldId = 4321;
/** Below folders of root alone, as OpenSSH demands of a user's root. */
export const worldHome = '/run/home';

/** What of it is missing on this machine, or undefined where it can be made. */
export function missingForWorld(program: string): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'only root can make one';
  return [program, 'unshare', 'openssl'].find((each) => findProgram(each) === undefined);
}

export function findProgram(name: string): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

interface WorldOptions {
  readonly password: string;
  /** Makes the arguments of the server; it stays in the foreground. */
  readonly command: (world: { readonly base: string; readonly port: number }) => Promise<readonly string[]>;
  /** Files that stand in the place of others there: their texts, by the paths of those. */
  readonly instead?: Readonly<Record<string, string>>;
}

/**
 * Starts a server for one user whose folder holds `in` (may be written), `closed` (may not) and `small` (a disk of 1 MB).
 * The folder belongs to root, so that it can be a server's root.
 */
export async function startInOwnWorld({
  password,
  command,
  instead = {},
}: WorldOptions): Promise<WorldServer> {
  const base = await mkdtemp('/tmp/oneroster-world-');
  await chmod(base, 0o755);
  const home = join(base, 'home');
  for (const name of ['in', 'closed', 'small']) await mkdir(join(home, name), { recursive: true });
  await chown(join(home, 'in'), worldId, worldId);
  const hash = execFileSync('openssl', ['passwd', '-6', '-stdin'], {
    input: password,
    encoding: 'utf8',
  }).trim();
  const users =
    (await readFile('/etc/passwd', 'utf8')) +
    `${worldUser}:x:${String(worldId)}:${String(worldId)}::${worldHome}:/bin/sh\n`;
  await writeFile(join(base, 'passwd'), users, { mode: 0o644 });
  await writeFile(join(base, 'shadow'), `${worldUser}:${hash}:19000:0:99999:7:::\n`, { mode: 0o600 });
  const port = await freePort();
  const mounts: string[] = [];
  for (const [at, [path, text]] of Object.entries(instead).entries()) {
    const own = join(base, `instead-${String(at)}`);
    await writeFile(own, text, { mode: 0o644 });
    mounts.push(`mount --bind '${own}' '${path}'`);
  }
  const script = [
    'mount -t tmpfs -o mode=755 tmpfs /run && mkdir /run/sshd ' + worldHome,
    `mount --bind '${home}' ${worldHome}`,
    `mount --bind '${base}/passwd' /etc/passwd`,
    `mount --bind '${base}/shadow' /etc/shadow`,
    ...mounts,
    `mount -t tmpfs -o size=1m,uid=${String(worldId)} tmpfs ${worldHome}/small`,
    'exec "$@"',
  ].join(' && ');
  const args = ['-m', 'sh', '-c', script, 'sh', ...(await command({ base, port }))];
  const child = spawn('unshare', args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let complaints = '';
  child.stderr.on('data', (data: Buffer) => (complaints += data.toString()));
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill();
      await once(child, 'exit');
    }
    await rm(base, { recursive: true, force: true });
  };
  try {
    await accepting(port, child, () => complaints);
  } catch (error) {
    await stop();
    throw error;
  }
  return { port, user: worldUser, folder: `/proc/${String(child.pid)}/root${worldHome}`, stop };
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  if (address === null || typeof address === 'string') throw new Error('No port.');
  probe.close();
  await once(probe, 'close');
  return address.port;
}

/** Waits until the port is served, or the server has ended. */
export async function accepting(port: number, child: ChildProcess, complaints: () => string): Promise<void> {
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`The server ended: ${complaints()}`);
    const socket = connect({ host: '127.0.0.1', port });
    const served = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'close').then(() => false),
    ]).catch(() => false);
    socket.destroy();
    if (served) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
