import { exitCodes, type ExitCode } from '../../core/exit-codes';
import type { JobKey } from '../../core/schedule/job-controls';
import type { LoggedRun, RunEnd } from '../../core/schedule/logged-run';
import type { SchedulerId } from '../../core/schedule/scheduled-job';
import { moment, say } from '../say';

const schedulerNames: Readonly<Record<SchedulerId, string>> = {
  windows: say('Task Scheduler'),
  systemd: 'systemd',
  cron: 'crontab',
  launchd: 'launchd',
  github: say('GitHub Actions'),
};

/** Who runs a job. */
export function schedulerName({ scheduler, isOfSystem }: JobKey): string {
  return isOfSystem === true
    ? say('{scheduler} of the computer', { scheduler: schedulerNames[scheduler] })
    : schedulerNames[scheduler];
}

const meanings: ReadonlyMap<number, string> = new Map<ExitCode, string>([
  [exitCodes.ok, say('all went well')],
  [exitCodes.problems, say('the roster has errors')],
  [exitCodes.usage, say('arguments, configuration or files are wrong, or another run is at work')],
  [exitCodes.gateRefused, say('the change gate refused it')],
  [exitCodes.failed, say('the connection or the transfer failed')],
  [exitCodes.cancelled, say('it was cancelled')],
]);

/** What an exit code means, as a part of a sentence. */
export function exitMeaning(code: number): string {
  return meanings.get(code) ?? say('it ended with a code of its own');
}

/** When a job ran last, and how that ended. */
export function lastRunText({ began, end }: LoggedRun): string {
  return end === undefined
    ? say('began {moment}; how it ended is not in the log', { moment: moment(began) })
    : say('ran {moment}: {outcome}', { moment: moment(end.time), outcome: outcomeText(end) });
}

function outcomeText({ result, exitCode }: RunEnd): string {
  switch (result) {
    case 'delivered':
      return say('delivered');
    case 'tried':
      return say('tried out, nothing was sent');
    case 'stopped':
      return say('nothing delivered, {meaning}', { meaning: exitMeaning(exitCode) });
    case 'cancelled':
      return say('cancelled');
  }
}
