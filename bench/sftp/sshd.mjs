// OpenSSH's own server: without rights of its own, on loopback, on a free port, with keys made for the occasion.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startConnectionClock } from './connection-clock.mjs';

/** The user and group "daemon", which every system has. */
const daemon = 1;
const execute = promisify(execFile);

/**
 * @typedef {object} Server
 * @property {number} port
 * @property {string} user
 * @property {string} key the path of the private key to log in with
 * @property {string} knownHosts the path of a file that knows the host key under the name `bench`
 * @property {string} hostKey its fingerprint
 * @property {string} folder that the user may write into
 * @property {import('./connection-clock.mjs').ConnectionClock} clock
 */

/**
 * @param {{ sshd: string, keygen: string }} programs
 * @param {import('../../scripts/editor/lifetime.mjs').Lifetime} lifetime whose end is the server's, too
 * @returns {Promise<Server>}
 */
export async function startSshd({ sshd, keygen }, lifetime) {
  // Run by root, sshd wants folders of the system's; another user needs none, but has to get to these files.
  const asDaemon = process.getuid?.() === 0;
  const base = await mkdtemp(join(asDaemon ? '/tmp' : tmpdir(), 'oneroster-bench-sshd-'));
  lifetime.own(() => rm(base, { recursive: true, force: true }));
  const [hostKey, key, folder] = [join(base, 'host_key'), join(base, 'key'), join(base, 'remote')];
  for (const path of [hostKey, key])
    await execute(keygen, ['-q', '-t', 'ed25519', '-N', '', '-C', '', '-f', path]);
  await mkdir(folder);
  const port = await freePort();
  const knownHosts = join(base, 'known_hosts');
  await writeFile(knownHosts, `bench ${await readFile(`${hostKey}.pub`, 'utf8')}`);
  await writeFile(join(base, 'sshd_config'), configuration(port, { hostKey, keys: `${key}.pub` }));
  if (asDaemon) {
    await chmod(base, 0o755);
    for (const path of [folder, hostKey]) await chown(path, daemon, daemon);
  }
  const child = spawn(sshd, ['-D', '-e', '-f', join(base, 'sshd_config')], {
    stdio: ['ignore', 'ignore', 'pipe'],
    ...(asDaemon ? { uid: daemon, gid: daemon } : {}),
  });
  lifetime.own(() => stopServer(child));
  await answering(port, child);
  const clock = startConnectionClock(child.stderr);
  const user = asDaemon ? 'daemon' : userInfo().username;
  return { port, user, key, knownHosts, hostKey: await fingerprint(keygen, hostKey), folder, clock };
}

/** @param {number} port @param {{ hostKey: string, keys: string }} files */
function configuration(port, { hostKey, keys }) {
  return [
    `Port ${String(port)}`,
    'ListenAddress 127.0.0.1',
    `HostKey ${hostKey}`,
    `AuthorizedKeysFile ${keys}`,
    'PidFile none',
    'LogLevel VERBOSE',
    'StrictModes no',
    'UsePAM no',
    'PasswordAuthentication no',
    'KbdInteractiveAuthentication no',
    'Subsystem sftp internal-sftp',
    '',
  ].join('\n');
}

/** @param {string} keygen @param {string} key */
async function fingerprint(keygen, key) {
  const { stdout } = await execute(keygen, ['-l', '-E', 'sha256', '-f', `${key}.pub`]);
  return stdout.split(' ')[1] ?? '';
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}

/**
 * Waits until the server takes connections, or has ended.
 * @param {number} port
 * @param {import('node:child_process').ChildProcessByStdio<null, null, import('node:stream').Readable>} child
 */
async function answering(port, child) {
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text) => (said += text));
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`sshd ended: ${said}`);
    const socket = connect({ host: '127.0.0.1', port });
    const connected = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (connected) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** @param {import('node:child_process').ChildProcess} child */
async function stopServer(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill();
  await once(child, 'exit');
}
