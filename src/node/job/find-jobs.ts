import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import {
  readCrontab,
  readLaunchAgent,
  readSystemdUnits,
  readWindowsTask,
  type InstalledJob,
} from '../../core/schedule/read-schedule';
import type { SchedulerId } from '../../core/schedule/scheduled-job';
import { isThere } from '../is-there';

/** A job that is installed on this computer. */
export interface FoundJob extends InstalledJob {
  readonly scheduler: SchedulerId;
  readonly isEnabled: boolean;
  /** The file that says so, where it is one that can be opened. */
  readonly path?: string;
}

export interface FindJobsOptions {
  /** As Node calls the system. */
  readonly platform?: string;
  readonly home?: string;
  /** What a program prints; empty where it fails or is not there. */
  readonly ask?: (program: string, args: readonly string[]) => Promise<string>;
}

/** Finds the jobs that deliver rosters on this computer, for the account that asks. What cannot be read is left out. */
export async function findJobs(options: FindJobsOptions = {}): Promise<readonly FoundJob[]> {
  const { platform = process.platform, home = homedir(), ask = output } = options;
  if (platform === 'win32') return windowsJobs(ask);
  const own = platform === 'darwin' ? await launchAgents(home) : await systemdJobs(home);
  return [...own, ...(await cronJobs(ask))];
}

async function systemdJobs(home: string): Promise<readonly FoundJob[]> {
  const folder = join(home, '.config/systemd/user');
  const jobs: FoundJob[] = [];
  for (const name of await namesIn(folder)) {
    if (!/^oneroster-.*\.timer$/.test(name)) continue;
    const path = join(folder, name);
    const job = readSystemdUnits(
      (await textOf(path.replace(/timer$/, 'service'))) ?? '',
      (await textOf(path)) ?? '',
    );
    if (job === undefined) continue;
    const isEnabled = await isThere(join(folder, 'timers.target.wants', name));
    jobs.push({ ...job, scheduler: 'systemd', isEnabled, path });
  }
  return jobs;
}

async function launchAgents(home: string): Promise<readonly FoundJob[]> {
  const folder = join(home, 'Library/LaunchAgents');
  const jobs: FoundJob[] = [];
  for (const name of await namesIn(folder)) {
    if (!/^org\.oneroster-.*\.plist$/.test(name)) continue;
    const path = join(folder, name);
    const job = readLaunchAgent((await textOf(path)) ?? '');
    if (job !== undefined) jobs.push({ ...job, scheduler: 'launchd', isEnabled: true, path });
  }
  return jobs;
}

type Ask = NonNullable<FindJobsOptions['ask']>;

async function cronJobs(ask: Ask): Promise<readonly FoundJob[]> {
  return readCrontab(await ask('crontab', ['-l'])).map((job) => ({
    ...job,
    scheduler: 'cron',
    isEnabled: true,
  }));
}

async function windowsJobs(ask: Ask): Promise<readonly FoundJob[]> {
  const text = await ask('schtasks', ['/Query', '/TN', '\\OneRoster\\', '/XML']);
  return [...text.matchAll(/<Task [^]*?<\/Task>/g)].flatMap(([xml]) => {
    const job = readWindowsTask(xml);
    const isEnabled = !xml.includes('<Enabled>false</Enabled>');
    return job === undefined ? [] : [{ ...job, scheduler: 'windows' as const, isEnabled }];
  });
}

/** A scheduler that does not answer holds up nobody for longer; in milliseconds. */
const timeout = 5000;

async function output(program: string, args: readonly string[]): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(program, [...args], { timeout, windowsHide: true });
    return stdout;
  } catch {
    // None is installed, or there is no such scheduler here.
    return '';
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch {
    return [];
  }
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    return undefined;
  }
}
