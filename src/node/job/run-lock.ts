import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname, uptime } from 'node:os';
import { dirname } from 'node:path';
import { RosterError } from '../../core/errors';
import { localMoment } from '../../core/text/local-time';
import { sentence } from '../../core/text/say';
import { systemCode, unwritableFile } from '../file-failure';

/** Who holds a lock. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When it was taken, as ISO 8601 in UTC. */
  readonly since: string;
}

/** A lock that is held. */
export interface RunLock {
  /** Whether one was found whose holder is gone. */
  readonly wasStale: boolean;
  release(): Promise<void>;
}

/** A run of another computer whose lock is older than this is not waited for: its holder cannot be asked. In milliseconds. */
const longestRun = 12 * 60 * 60 * 1000;
/** The clock of another program may be a little ahead of the time of the last start; in milliseconds. */
const clockSlack = 5000;

/**
 * Takes the lock that keeps two runs from doing one roster's work at the same time. One whose holder is gone, by a crash or a
 * power cut, is taken over.
 * @throws RosterError `already-running`, `file-unwritable`
 */
export async function takeLock(path: string): Promise<RunLock> {
  const holder: Holder = { pid: process.pid, host: hostname(), since: new Date().toISOString() };
  const text = JSON.stringify(holder);
  let wasStale = false;
  while (!(await tryToTake(path, text))) {
    const found = await readIfThere(path);
    if (found === undefined) continue;
    const other = parseHolder(found);
    if (other !== undefined && isAlive(other)) throw alreadyRunning(other, path);
    await takeAway(path, found);
    wasStale = true;
  }
  return { wasStale, release: () => takeAway(path, text) };
}

/** Puts the lock in place as a whole: whoever finds it can read who has it. */
async function tryToTake(path: string, text: string): Promise<boolean> {
  const own = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(own, text, { flag: 'wx' });
    await link(own, path);
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw systemCode(error) === undefined ? error : unwritableFile(path, error);
  } finally {
    await rm(own, { force: true });
  }
}

/** Removes the lock if it is the one that is meant: another run may have taken it in between. */
async function takeAway(path: string, expected: string): Promise<void> {
  const aside = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return;
    throw systemCode(error) === undefined ? error : unwritableFile(path, error);
  }
  if ((await readIfThere(aside)) !== expected) await putBack(aside, path);
  await rm(aside, { force: true });
}

async function putBack(aside: string, path: string): Promise<void> {
  try {
    await link(aside, path);
  } catch (error) {
    // A third run was quicker; it will find out by itself.
    if (systemCode(error) !== 'EEXIST') throw error;
  }
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw systemCode(error) === undefined ? error : unwritableFile(path, error);
  }
}

function parseHolder(text: string): Holder | undefined {
  try {
    const { pid, host, since } = JSON.parse(text) as Partial<Record<keyof Holder, unknown>>;
    if (typeof pid !== 'number' || typeof host !== 'string' || typeof since !== 'string') return undefined;
    return Number.isNaN(Date.parse(since)) ? undefined : { pid, host, since };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Whether the holder of a lock is still there. Process ids are given anew after a start of the computer. */
function isAlive({ pid, host, since }: Holder): boolean {
  const taken = Date.parse(since);
  if (host !== hostname()) return Date.now() - taken < longestRun;
  const started = Date.now() - uptime() * 1000;
  if (taken < started - clockSlack) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It is there and belongs to somebody else.
    return systemCode(error) === 'EPERM';
  }
}

function alreadyRunning({ pid, host, since }: Holder, path: string): RosterError {
  return new RosterError(
    'already-running',
    sentence('Another run has been at work on this roster since {since} (process {pid} on {host}).', {
      since: localMoment(since),
      pid: String(pid),
      host,
    }),
    sentence('Wait for it to end. If there is no such process, remove {path}.', { path }),
  );
}
