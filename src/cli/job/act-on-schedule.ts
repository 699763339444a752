import { RosterError } from '../../core/errors';
import { crontabText, isDisabled, type CrontabJob } from '../../core/schedule/crontab';
import type { Schedule, ScheduleCommand } from '../../core/schedule/scheduled-job';
import { placeOf, removeSchedule, runScheduleCommands, writeSchedule } from '../../node/job/install-schedule';
import {
  asCronRuns,
  disableInCrontab,
  enableInCrontab,
  findInCrontab,
  installInCrontab,
  removeFromCrontab,
} from '../../node/job/user-crontab';
import type { CliContext } from '../terminal';
import { inEnglish, spoken } from '../../core/text/say';

export const scheduleActions = ['install', 'run', 'disable', 'enable', 'remove', 'status'] as const;

type ScheduleAction = (typeof scheduleActions)[number];

/**
 * Does something about a job where its scheduler keeps it, and gives what there is to say about it.
 * @throws RosterError `schedule-failed`; `usage` where it is done by hand
 */
export async function actOnSchedule(
  action: ScheduleAction,
  made: Schedule,
  { cwd }: CliContext,
): Promise<string> {
  if (made.crontab !== undefined) return actInCrontab(action, made.crontab, cwd);
  const commands = commandsOf(made)[action];
  if (commands.length === 0) {
    throw new RosterError(
      'usage',
      `This is done by hand with ${made.scheduler}.`,
      made.notes.map((note) => spoken(note, inEnglish)).join(' '),
    );
  }
  const place = placeOf(made) ?? cwd;
  if (action === 'install') await writeSchedule(made, place);
  if (action === 'remove') {
    await runScheduleCommands(commands.slice(0, 1), place);
    await removeSchedule(made, place);
  }
  await runScheduleCommands(action === 'remove' ? commands.slice(1) : commands, place);
  return '';
}

async function actInCrontab(action: ScheduleAction, job: CrontabJob, cwd: string): Promise<string> {
  switch (action) {
    case 'install':
      await installInCrontab(job);
      return `${job.id} is in your crontab now; its other lines are as they were.\n`;
    case 'disable':
      await disableInCrontab(job);
      return `${job.id} is disabled. The option --action enable enables it again.\n`;
    case 'enable':
      await enableInCrontab(job);
      return `${job.id} is enabled again.\n`;
    case 'remove':
      await removeFromCrontab(job);
      return `${job.id} is not in your crontab any more; its other lines are as they were.\n`;
    case 'status': {
      const found = await findInCrontab(job);
      return `${isDisabled(found) ? 'Disabled' : 'In your crontab'}:\n${crontabText(found)}`;
    }
    case 'run': {
      const argv = asCronRuns(await findInCrontab(job));
      await runScheduleCommands([{ argv, does: 'Runs it now.' }], cwd);
      return '';
    }
  }
}

function commandsOf(made: Schedule): Readonly<Record<ScheduleAction, readonly ScheduleCommand[]>> {
  const { install, runNow: run, disable, enable, remove, show: status } = made;
  return { install, run, disable, enable, remove, status };
}
