// The process of the language server, as the system knows it.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { until } from './until';

/** The id of the server's process, which this process has started; undefined where there is none now. */
export async function serverProcess(): Promise<number | undefined> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=,stat=,args=']);
  for (const line of stdout.split('\n')) {
    const [, pid, parent, state = '', command = ''] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
    const isServer = Number(parent) === process.pid && command.includes('dist/server.js');
    // One that has ended and was not waited for yet is a Z.
    if (isServer && !state.startsWith('Z')) return Number(pid);
  }
  return undefined;
}

/** Waits for a server's process, other than one that is known. */
export async function nextServerProcess(known?: number): Promise<number> {
  let found: number | undefined;
  await until(async () => {
    found = await serverProcess();
    return found !== undefined && found !== known;
  }, 'the server to be started');
  return found ?? 0;
}

/** Waits until a process is in the middle of work. */
export async function untilAtWork(pid: number): Promise<void> {
  await until(async () => {
    const { stdout } = await promisify(execFile)('ps', ['-o', 'stat=', '-p', String(pid)]);
    return stdout.trim().startsWith('R');
  }, 'the server to be at work');
}

/** Lets a process do nothing more, as on a machine that is short of everything. */
export function halt(pid: number): void {
  process.kill(pid, 'SIGSTOP');
}

/** Ends a process as the system does that has no memory left. */
export function kill(pid: number): void {
  process.kill(pid, 'SIGKILL');
}
