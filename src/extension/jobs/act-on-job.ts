import * as vscode from 'vscode';
import { RosterError } from '../../core/errors';
import { byHand, type JobChange } from '../../core/schedule/job-controls';
import { timeText } from '../../core/schedule/scheduled-job';
import { nextRun } from '../../core/schedule/next-run';
import { changeJob } from '../../node/job/change-job';
import type { ListedJob } from '../../node/job/list-jobs';
import { requireTrust } from '../require-trust';
import { failureText } from '../run-guarded';
import { moment, say } from '../say';
import type { Services } from '../services';
import { deliversText, type JobAction } from './job-items';
import { schedulerName } from './job-texts';
import { showInstalled } from './show-installed';
import { showLogOf } from './show-log';

/**
 * Does something with a job, and says what was done.
 * @throws RosterError where it cannot be; CancellationError where a person gives up
 */
export async function actOnJob(
  services: Services,
  listed: ListedJob,
  action: JobAction,
  keepsFocus = false,
): Promise<void> {
  switch (action) {
    case 'run': {
      requireTrust(say('Running a job'));
      const { runNow } = await import('./run-now');
      await runNow(services, listed);
      break;
    }
    case 'log':
      await showLogOf(listed);
      break;
    case 'show':
      await showInstalled(listed, keepsFocus);
      break;
    case 'enable':
      requireTrust(say('Enabling a job'));
      await change(services, listed, action);
      break;
    case 'remove':
      await confirmRemoval(listed);
      await change(services, listed, action);
      break;
    case 'disable':
      await change(services, listed, action);
  }
}

async function change(services: Services, listed: ListedJob, what: JobChange): Promise<void> {
  const { job } = listed;
  try {
    await changeJob(job, what);
    services.log.info(`The job "${job.name}" of ${job.scheduler}: ${what} done.`);
    void vscode.window.showInformationMessage(doneText(listed, what));
  } catch (error) {
    if (!RosterError.is(error, 'schedule-failed')) throw error;
    services.log.warn(`The job "${job.name}" of ${job.scheduler}: ${what} failed. ${error.message}`);
    void showRefusal(error, listed, what);
  } finally {
    services.explorer.refresh();
  }
}

function doneText({ job }: ListedJob, what: JobChange): string {
  const values = { job: job.name, scheduler: schedulerName(job) };
  switch (what) {
    case 'disable':
      return job.scheduler === 'cron'
        ? say(
            '"{job}" is disabled: its line in your crontab is a comment now, and the other lines are as they were.',
            values,
          )
        : say('"{job}" is disabled: {scheduler} does not run it until it is enabled again.', values);
    case 'enable': {
      const next = moment(nextRun(job.time, new Date()).toISOString());
      return say('"{job}" is enabled. It runs next {moment}.', { ...values, moment: next });
    }
    case 'remove':
      return job.scheduler === 'cron'
        ? say('"{job}" is not in your crontab any more; the other lines are as they were.', values)
        : say('"{job}" is removed from {scheduler}.', values);
  }
}

/** With the command that does it by hand, ready to be pasted where one may. */
async function showRefusal(error: RosterError, { job }: ListedJob, what: JobChange): Promise<void> {
  const copy = say('Copy Command');
  const message = refusalTexts[what]({ job: job.name, failure: failureText(error) });
  const chosen = await vscode.window.showErrorMessage(message, copy);
  if (chosen === copy) await vscode.env.clipboard.writeText(byHand(job, what));
}

interface Refusal {
  readonly job: string;
  readonly failure: string;
}

const refusalTexts: Readonly<Record<JobChange, (refusal: Refusal) => string>> = {
  disable: ({ job, failure }) => say('"{job}" could not be disabled. {failure}', { job, failure }),
  enable: ({ job, failure }) => say('"{job}" could not be enabled. {failure}', { job, failure }),
  remove: ({ job, failure }) => say('"{job}" could not be removed. {failure}', { job, failure }),
};

async function confirmRemoval(listed: ListedJob): Promise<void> {
  const { job } = listed;
  const remove = say('Remove');
  const detail = say(
    '{delivers}, every day at {time}. The roster, its deliveries and the log stay. Schedule Nightly Upload makes it again.',
    { delivers: deliversText(listed), time: timeText(job.time) },
  );
  const chosen = await vscode.window.showWarningMessage(
    say('Remove the job "{job}" from {scheduler}?', { job: job.name, scheduler: schedulerName(job) }),
    { modal: true, detail },
    remove,
  );
  if (chosen !== remove) throw new vscode.CancellationError();
}
