// OpenSSH's own server, where it is installed: unprivileged, on loopback, on a free port, with keys made for the occasion.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { createKeyPair, fingerprintOf } from '../../../src/node/practice/key-pair';
import { accepting, findProgram, freePort } from './own-world';

export interface OpensshServer {
  readonly port: number;
  readonly user: string;
  readonly privateKey: string;
  readonly hostKeyFingerprint: string;
  /** A folder that the user may write into. */
  readonly folder: string;
  readonly stop: () => Promise<void>;
}

/** Where sshd is, or undefined. It wants to be called by its full path. */
export function findSshd(): string | undefined {
  return findProgram('sshd');
}

/** @param others lines of authorized_keys that let the user in as well */
export async function startOpensshServer(
  sshd: string,
  others: readonly string[] = [],
): Promise<OpensshServer> {
  // Run by root, sshd wants system folders of its own; another user needs none, but has to get to these files.
  const asDaemon = process.getuid?.() === 0;
  const base = await mkdtemp(join(asDaemon ? '/tmp' : tmpdir(), 'oneroster-sshd-'));
  const folder = join(base, 'remote');
  const [hostKey, key] = [createKeyPair(), createKeyPair()];
  const port = await freePort();
  const files = {
    config: join(base, 'sshd_config'),
    hostKey: join(base, 'host_key'),
    keys: join(base, 'authorized_keys'),
  };
  await mkdir(folder);
  await writeFile(files.hostKey, hostKey.private, { mode: 0o600 });
  await writeFile(files.keys, `${[key.public, ...others].join('\n')}\n`, { mode: 0o600 });
  await writeFile(files.config, configuration(port, files));
  if (asDaemon) {
    await chmod(base, 0o755);
    for (const path of [folder, files.hostKey, files.keys]) await chown(path, daemon, daemon);
  }
  const child = spawn(sshd, ['-D', '-e', '-f', files.config], {
    stdio: ['ignore', 'ignore', 'pipe'],
    ...(asDaemon ? { uid: daemon, gid: daemon } : {}),
  });
  let complaints = '';
  child.stderr.on('data', (data: Buffer) => (complaints += data.toString()));
  const stop = () => stopServer(child, base);
  try {
    await accepting(port, child, () => complaints);
  } catch (error) {
    await stop();
    throw error;
  }
  const user = asDaemon ? 'daemon' : userInfo().username;
  return {
    port,
    user,
    privateKey: key.private,
    hostKeyFingerprint: fingerprintOf(hostKey.private),
    folder,
    stop,
  };
}

/** The user and group "daemon", which every system has. */
const daemon = 1;

function configuration(port: number, files: { readonly hostKey: string; readonly keys: string }): string {
  return [
    `Port ${String(port)}`,
    'ListenAddress 127.0.0.1',
    `HostKey ${files.hostKey}`,
    `AuthorizedKeysFile ${files.keys}`,
    'PidFile none',
    'StrictModes no',
    'UsePAM no',
    'PasswordAuthentication no',
    'KbdInteractiveAuthentication no',
    'Subsystem sftp internal-sftp',
    '',
  ].join('\n');
}

async function stopServer(child: ChildProcess, base: string): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill();
    await once(child, 'exit');
  }
  await rm(base, { recursive: true, force: true });
}
