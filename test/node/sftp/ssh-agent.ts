// OpenSSH's own agent, at a socket in a folder of its own.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findProgram } from './own-world';

export interface SshAgent {
  readonly socket: string;
  /** Gives it a private key, as `ssh-add` does. */
  readonly add: (privateKey: string) => Promise<void>;
  /** Takes all keys away from it. */
  readonly empty: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** What of it is missing on this machine, or undefined. */
export function missingForAgent(): string | undefined {
  if (process.platform === 'win32') return 'agents are at pipes on Windows';
  return ['ssh-agent', 'ssh-add'].find((each) => findProgram(each) === undefined);
}

export async function startSshAgent(): Promise<SshAgent> {
  const folder = await mkdtemp(join(tmpdir(), 'oneroster-agent-'));
  const socket = join(folder, 'agent');
  const child = spawn('ssh-agent', ['-D', '-a', socket], { stdio: 'ignore' });
  const failed = once(child, 'exit').then(() => {
    throw new Error('The agent ended.');
  });
  failed.catch(() => undefined);
  while (!existsSync(socket)) {
    await Promise.race([failed, new Promise((resolve) => setTimeout(resolve, 20))]);
  }
  const sshAdd = (...args: readonly string[]) =>
    promisify(execFile)('ssh-add', args, { env: { ...process.env, SSH_AUTH_SOCK: socket } });
  return {
    socket,
    async add(privateKey) {
      const file = join(folder, 'key');
      await writeFile(file, privateKey, { mode: 0o600 });
      await sshAdd('-q', file);
      await rm(file);
    },
    async empty() {
      await sshAdd('-q', '-D');
    },
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        const ended = once(child, 'exit');
        child.kill();
        await ended;
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
}
