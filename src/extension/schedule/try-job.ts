import * as vscode from 'vscode';
import { electronVariable, type ScheduledJob } from '../../core/schedule/scheduled-job';
import { runCommand, type CommandEnd } from '../../node/job/run-command';
import { argumentQuote } from '../../core/schedule/describe-schedule';
import { say } from '../say';

/** How long a trial may take; in milliseconds. */
const timeout = 30 * 60_000;

/**
 * Runs a job as its scheduler would, with next to nothing in its environment, up to the upload: what works in a terminal by what
 * that knows may fail at night.
 */
export async function tryJob(job: ScheduledJob): Promise<CommandEnd> {
  const quote = argumentQuote(process.platform === 'win32');
  // That there is nothing to compare with yet says nothing about the job.
  const command = [...job.program, ...job.args, '--try', '--first-delivery'].map(quote).join(' ');
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: say('Trying the job "{job}" without uploading', { job: job.name }),
    cancellable: true,
  };
  return vscode.window.withProgress(options, (_, cancellation) => {
    const controller = new AbortController();
    cancellation.onCancellationRequested(() => controller.abort());
    return runCommand({
      command,
      cwd: job.folder,
      env: bareEnvironment(job),
      timeout,
      signal: controller.signal,
    });
  });
}

/** What every scheduler gives: a home, and the system's own programs. */
function bareEnvironment({ isElectron }: ScheduledJob): Readonly<Record<string, string | undefined>> {
  const { HOME, PATH, USER, LOGNAME, SystemRoot, USERPROFILE, TEMP, TMP, ComSpec } = process.env;
  const given = { HOME, USER, LOGNAME, SystemRoot, USERPROFILE, TEMP, TMP, ComSpec };
  const path = process.platform === 'win32' ? PATH : '/usr/local/bin:/usr/bin:/bin';
  return { ...given, PATH: path, ...(isElectron ? { [electronVariable]: '1' } : {}) };
}
