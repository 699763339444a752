import { crontabControls } from './cron-line';
import { argumentQuote, commandLine } from './describe-schedule';
import { launchdControls } from './launch-agent';
import { noControls, type JobControls, type ScheduleCommand, type SchedulerId } from './scheduled-job';
import { systemdControls } from './systemd-units';
import { taskControls } from './windows-task';

/** What tells the jobs of a computer apart. */
export interface JobKey {
  readonly scheduler: SchedulerId;
  /**
   * What the scheduler calls it: the name of its units, its label, the path of its task, what its marks in a crontab name. Missing
   * for lines in a crontab that stand outside of marks.
   */
  readonly id?: string;
  /** What people call it. */
  readonly name: string;
  /** Set for what belongs to the computer, rather than to the account. */
  readonly isOfSystem?: true;
}

/** A job where its scheduler keeps it. */
export interface KeptJob extends JobKey {
  /** Its main file, where it has one. */
  readonly path?: string;
}

export function keyOf({ scheduler, id, name, isOfSystem }: JobKey): JobKey {
  return {
    ...{ scheduler, name },
    ...(id === undefined ? {} : { id }),
    ...(isOfSystem === undefined ? {} : { isOfSystem }),
  };
}

export function isSameJob(a: JobKey, b: JobKey): boolean {
  return a.scheduler === b.scheduler && a.id === b.id && a.name === b.name && a.isOfSystem === b.isOfSystem;
}

/** What a job's scheduler is told about it. */
export function controlsOf({ scheduler, id, path, isOfSystem }: KeptJob): JobControls {
  if (scheduler === 'cron') return crontabControls;
  if (id === undefined) return noControls;
  if (scheduler === 'systemd') return systemdControls(id, isOfSystem);
  if (scheduler === 'launchd') return launchdControls(id, path ?? '');
  return scheduler === 'windows' ? taskControls(id) : noControls;
}

/** The files that a job consists of. */
export function filesOf({ scheduler, path }: KeptJob): readonly string[] {
  if (path === undefined) return [];
  return scheduler === 'systemd' ? [path.replace(/timer$/, 'service'), path] : [path];
}

export type JobChange = 'disable' | 'enable' | 'remove';

/** How a change is made by hand, in one line for a shell. */
export function byHand(job: KeptJob, change: JobChange): string {
  if (job.scheduler === 'cron') return 'crontab -e';
  const quote = argumentQuote(job.scheduler === 'windows');
  const asRoot = job.isOfSystem === true ? ['sudo'] : [];
  const line = ({ argv }: Pick<ScheduleCommand, 'argv'>) =>
    commandLine({ argv: [...asRoot, ...argv] }, quote);
  const [first, ...others] = controlsOf(job)[change];
  const files = change === 'remove' ? filesOf(job) : [];
  const lines = [
    ...(first === undefined ? [] : [line(first)]),
    ...(files.length === 0 ? [] : [line({ argv: ['rm', ...files] })]),
    ...others.map(line),
  ];
  return lines.join(' && ');
}
