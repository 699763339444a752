import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { lastLoggedRun, type LoggedRun, type RunOf } from '../../core/schedule/logged-run';
import { systemCode } from '../file-failure';
import { readPart } from '../read-part';

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
    const { size } = await stat(path);
    return (await readPart(path, Math.max(size - looked, 0), size)).split('\n');
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    // There is none yet, or it is not for this account to read.
    return [];
  }
}
