import { cronLine } from './cron-line';
import { githubWorkflow } from './github-workflow';
import { launchAgent } from './launch-agent';
import type { Schedule, ScheduledJob, SchedulerId } from './scheduled-job';
import { systemdUnits } from './systemd-units';
import { windowsTask } from './windows-task';

/** How each scheduler is given a job. */
export const schedulers: Readonly<Record<SchedulerId, (job: ScheduledJob) => Schedule>> = {
  windows: windowsTask,
  systemd: systemdUnits,
  cron: cronLine,
  launchd: launchAgent,
  github: githubWorkflow,
};

export const schedulerIds: readonly SchedulerId[] = ['windows', 'systemd', 'cron', 'launchd', 'github'];

/** The scheduler that a system has of its own, by the name that Node has for the system. */
export function usualScheduler(platform: string): SchedulerId {
  if (platform === 'win32') return 'windows';
  return platform === 'darwin' ? 'launchd' : 'systemd';
}
