import * as vscode from 'vscode';
import { deliveredAmounts } from '../../core/delivery/delivered-amounts';
import { RosterError } from '../../core/errors';
import { exitCodes } from '../../core/exit-codes';
import { argumentQuote, commandLine } from '../../core/schedule/describe-schedule';
import { controlsOf } from '../../core/schedule/job-controls';
import { spoken } from '../../core/text/say';
import { DeliveryHistory } from '../../node/history/delivery-history';
import { placeOfJob, type JobPlace } from '../../node/job/job-place';
import type { ListedJob } from '../../node/job/list-jobs';
import { runJob, type JobRunEnd } from '../../node/job/run-job';
import { deliveredText } from '../explorer/texts';
import { folderOf } from '../rosters/rosters';
import { say } from '../say';
import type { Services } from '../services';
import { exitMeaning } from './job-texts';
import { showLogOf } from './show-log';

/**
 * Runs a job as it runs at night, shows how far it is, and says how it went.
 * @throws RosterError `configuration` where that of its roster cannot be read
 */
export async function runNow(services: Services, { job, ...listed }: ListedJob): Promise<void> {
  const place = listed.place ?? (await placeOfJob(job));
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: say('Running the job "{job}"', { job: job.name }),
    cancellable: true,
  };
  const end = await vscode.window.withProgress(options, (progress, cancellation) => {
    const controller = new AbortController();
    cancellation.onCancellationRequested(() => controller.abort());
    return runJob(job, place.logFile, {
      signal: controller.signal,
      onLine: (line) => {
        const message = stageOf(line);
        if (message !== undefined) progress.report({ message });
      },
    });
  });
  const known = { job, ...listed, place };
  services.explorer.refresh();
  services.log.info(`The job "${job.name}" of ${job.scheduler} was run: ${outcomeOf(end)}.`);
  // Not awaited: the run is over, and the message stays as long as it is wanted.
  tell(services, known, end, place).catch((error: unknown) =>
    services.log.error('What became of a job could not be shown.', String(error)),
  );
}

const stages: readonly (readonly [RegExp, string])[] = [
  [/ info Making the CSV files/, say('making the CSV files')],
  [/ info Read /, say('checking')],
  [/ info Packaged /, say('comparing and uploading')],
];

/** What a job is at, by a line of its log. */
function stageOf(line: string): string | undefined {
  return stages.find(([pattern]) => pattern.test(line))?.[1];
}

function outcomeOf({ logged, exitCode, isCancelled }: JobRunEnd): string {
  if (logged?.end !== undefined) return `${logged.end.result} (${String(logged.end.exitCode)})`;
  return isCancelled ? 'cancelled' : `unlogged (${String(exitCode ?? 'unknown')})`;
}

/** A way on from what was said. */
interface Button {
  readonly label: string;
  readonly go: () => Thenable<unknown>;
}

async function tell(services: Services, listed: ListedJob, end: JobRunEnd, place: JobPlace): Promise<void> {
  const showLog: Button = { label: say('Show Log'), go: () => showLogOf(listed) };
  const name = listed.job.name;
  const result = end.logged?.end;
  if (result?.result === 'delivered') {
    await show('information', await deliveredMessage(name, place), [showLog]);
    return;
  }
  if (result?.result === 'tried') {
    await show('information', say('"{job}" has tried everything out, and sent nothing.', { job: name }), [
      showLog,
    ]);
    return;
  }
  if (result?.result === 'cancelled') {
    await show('warning', say('"{job}" was cancelled. Nothing was delivered.', { job: name }), [showLog]);
    return;
  }
  const code = result?.exitCode ?? end.exitCode;
  const message =
    result === undefined
      ? unloggedMessage(listed, end)
      : stoppedMessage(name, result.exitCode, result.reason ?? result.summary);
  await show('error', message, [...helpFor(services, listed, code), showLog]);
}

async function deliveredMessage(job: string, { target, history }: JobPlace): Promise<string> {
  const last = target === undefined ? undefined : await lastDelivery(history, target);
  if (last === undefined) return say('"{job}" has delivered.', { job });
  return say('"{job}" has delivered {package} to {target}: {what}.', {
    job,
    package: last.package.name,
    target: last.target.name,
    what: deliveredText(deliveredAmounts(last)),
  });
}

async function lastDelivery({ folder, keep }: JobPlace['history'], target: NonNullable<JobPlace['target']>) {
  try {
    return (await new DeliveryHistory(folder, keep).last(target))?.receipt;
  } catch (error) {
    // It was delivered, whatever has become of the receipt.
    if (RosterError.is(error)) return undefined;
    throw error;
  }
}

function stoppedMessage(job: string, code: number, reason: string): string {
  return say('"{job}" has delivered nothing: {meaning} (exit code {code}). Its log says: {reason}', {
    ...{ job, meaning: exitMeaning(code), code: String(code), reason },
  });
}

function unloggedMessage({ job: { name: job, ...kept } }: ListedJob, end: JobRunEnd): string {
  const { exitCode, failure, said, isCancelled } = end;
  if (isCancelled) return say('"{job}" was ended. Its log does not say how far it had come.', { job });
  if (exitCode === exitCodes.ok)
    return say('"{job}" ended well, but its log says nothing of it. It said: {said}', { job, said });
  if (exitCode !== undefined)
    return say('"{job}" has delivered nothing: {meaning} (exit code {code}). It said: {said}', {
      ...{ job, meaning: exitMeaning(exitCode), code: String(exitCode), said },
    });
  const [show] = controlsOf({ name: job, ...kept }).show;
  const quote = argumentQuote(kept.scheduler === 'windows');
  const command = show === undefined ? '' : commandLine(show, quote);
  return failure === undefined
    ? say('"{job}" was started, and its log says nothing of it. This says more: {command}', { job, command })
    : say('"{job}" was not run, or did not get as far as its log. {failure} This says more: {command}', {
        ...{ job, command, failure: spoken(failure, say) },
      });
}

/** What helps with an exit code, where the roster is one of the workspace. */
function helpFor(
  { rosters }: Services,
  { job, place }: ListedJob,
  code: number | undefined,
): readonly Button[] {
  const roster = rosters.all.find((each) => folderOf(each) === job.folder);
  if (roster === undefined) return [];
  if (code === exitCodes.problems)
    return [
      { label: say('Show Problems'), go: () => vscode.commands.executeCommand('oneroster.showProblems') },
    ];
  if (code !== exitCodes.gateRefused) return [];
  const asked = { roster: vscode.Uri.file(job.folder), target: place?.targetName };
  return [
    { label: say('Review Changes'), go: () => vscode.commands.executeCommand('oneroster.review', asked) },
  ];
}

async function show(
  kind: 'information' | 'warning' | 'error',
  message: string,
  buttons: readonly Button[],
): Promise<void> {
  const labels = buttons.map(({ label }) => label);
  const { showInformationMessage, showWarningMessage, showErrorMessage } = vscode.window;
  const ways = { information: showInformationMessage, warning: showWarningMessage, error: showErrorMessage };
  const chosen = await ways[kind](message, ...labels);
  await buttons.find(({ label }) => label === chosen)?.go();
}
