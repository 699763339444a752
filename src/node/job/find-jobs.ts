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
import { isDisabled, jobsInCrontab, withJobEnabled, withoutJob } from '../../core/schedule/crontab';
import type { KeptJob } from '../../core/schedule/job-controls';
import { taskPath } from '../../core/schedule/windows-task';
import { isThere } from '../is-there';

/** A job that is installed on this computer. */
export interface FoundJob extends InstalledJob, KeptJob {
  readonly isEnabled: boolean;
  /** What stands in the crontab, where it is one of cron. */
  readonly lines?: string;
  /** What Task Scheduler keeps of it, where it is one of Windows. */
  readonly xml?: string;
}

export interface FindJobsOptions {
  /** As Node calls the system. */
  readonly platform?: string;
  readonly home?: string;
  /** Where the computer has its own units of systemd. */
  readonly systemUnits?: string;
  /** What a program prints; empty where it fails or is not there. */
  readonly ask?: (program: string, args: readonly string[]) => Promise<string>;
}

/** Finds the jobs that deliver rosters on this computer, for the account that asks. What cannot be read is left out. */
export async function findJobs(options: FindJobsOptions = {}): Promise<readonly FoundJob[]> {
  const { platform = process.platform, home = homedir(), ask = output } = options;
  if (platform === 'win32') return windowsJobs(ask);
  if (platform === 'darwin') return [...(await launchAgents(home, ask)), ...(await cronJobs(ask))];
  const { systemUnits = '/etc/systemd/system' } = options;
  return [
    ...(await systemdJobs(join(home, '.config/systemd/user'))),
    ...(await systemdJobs(systemUnits)).map((job) => ({ ...job, isOfSystem: true as const })),
    ...(await cronJobs(ask)),
  ];
}

async function systemdJobs(folder: string): Promise<readonly FoundJob[]> {
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
    jobs.push({ ...job, scheduler: 'systemd', id: name.replace(/\.timer$/, ''), isEnabled, path });
  }
  return jobs;
}

async function launchAgents(home: string, ask: Ask): Promise<readonly FoundJob[]> {
  const folder = join(home, 'Library/LaunchAgents');
  const names = await namesIn(folder);
  const jobs: FoundJob[] = [];
  for (const name of names) {
    if (!/^org\.oneroster-.*\.plist$/.test(name)) continue;
    const path = join(folder, name);
    const job = readLaunchAgent((await textOf(path)) ?? '');
    const id = name.replace(/\.plist$/, '');
    if (job !== undefined) jobs.push({ ...job, scheduler: 'launchd', id, isEnabled: true, path });
  }
  if (jobs.length === 0) return jobs;
  // Whether an agent is disabled does not stand in its file.
  const states = await ask('launchctl', ['print-disabled', `gui/${String(process.getuid?.() ?? 0)}`]);
  const disabled = new Set(
    [...states.matchAll(/"([^"]+)" => (?:true|disabled)/g)].map(([, label = '']) => label),
  );
  return jobs.map((job) => ({ ...job, isEnabled: !disabled.has(job.id ?? '') }));
}

type Ask = NonNullable<FindJobsOptions['ask']>;

async function cronJobs(ask: Ask): Promise<readonly FoundJob[]> {
  const crontab = await ask('crontab', ['-l']);
  const marked = jobsInCrontab(crontab) ?? [];
  const jobs = marked.flatMap((found): readonly FoundJob[] => {
    const [job] = readCrontab(withJobEnabled(crontab.slice(found.start, found.end), atStart(found)));
    const { id, lines } = found;
    return job === undefined ? [] : [{ ...job, scheduler: 'cron', id, isEnabled: !isDisabled(found), lines }];
  });
  // From the last one on, for the places of those before stay as they are then.
  const rest = [...marked].reverse().reduce(withoutJob, crontab);
  return [...jobs, ...unmarkedJobs(rest)];
}

/** The same job in a text that has nothing before it. */
function atStart<T extends { readonly start: number; readonly end: number }>(found: T): T {
  return { ...found, start: 0, end: found.end - found.start };
}

/** Jobs whose marks somebody has left out: each a comment that names it, and the line below. */
function unmarkedJobs(crontab: string): readonly FoundJob[] {
  return crontab.split(/\r?\n/).flatMap((line, index, all) => {
    const lines = `${all[index - 1] ?? ''}\n${line}\n`;
    return readCrontab(lines).map((job): FoundJob => ({ ...job, scheduler: 'cron', isEnabled: true, lines }));
  });
}

async function windowsJobs(ask: Ask): Promise<readonly FoundJob[]> {
  const text = await ask('schtasks', ['/Query', '/TN', '\\OneRoster\\', '/XML']);
  return [
    ...text.matchAll(/(?:<!--\s*(\\[^]*?)\s*-->\s*(?:<\?xml[^>]*>\s*)?)?(<Task [^]*?<\/Task>)/g),
  ].flatMap(([, comment, xml = '']): readonly FoundJob[] => {
    const job = readWindowsTask(xml);
    if (job === undefined) return [];
    // Its path stands in the task where Task Scheduler has put it, and before it.
    const id = /<URI>([^<]*)<\/URI>/.exec(xml)?.[1] ?? comment ?? taskPath(job);
    const isEnabled = !xml.includes('<Enabled>false</Enabled>');
    return [{ ...job, scheduler: 'windows', id, isEnabled, xml }];
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
