import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { lastLoggedRun, type LoggedRun, type RunOf } from '../../core/schedule/logged-run';
import { systemCode } from '../file-failure';

/** So much of a log is looked at, from its end; in bytes. A run takes less than a thousand. */
const looked = 128 * 1024;

/** The last run that a log tells of, be it in the part that was put aside last; undefined where there is none, or no log. */
export async function lastRunIn(logFile: string, of: RunOf): Promise<LoggedRun | undefined> {
  for (const path of [logFile, `${logFile}.1`]) {
    const run = lastLoggedRun(await lastLines(path), { ...of, folder: resolve(of.folder) });
    if (run !== undefined) return run;
  }
  return undefined;
}

async function lastLines(path: string): Promise<readonly string[]> {
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      const start = Math.max(size - looked, 0);
      const bytes = Buffer.alloc(size - start);
      const { bytesRead } = await file.read(bytes, 0, bytes.length, start);
      return bytes.toString('utf8', 0, bytesRead).split('\n');
    } finally {
      await file.close();
    }
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    // There is none yet, or it is not for this account to read.
    return [];
  }
}
