import { rm } from 'node:fs/promises';
import { RosterError } from '../../core/errors';
import { byHand, controlsOf, filesOf, isSameJob, type JobChange } from '../../core/schedule/job-controls';
import { joined, phrase, sentence, sentenceOf, type Sentence } from '../../core/text/say';
import { fileFailure, systemCode } from '../file-failure';
import { findJobs, type FindJobsOptions, type FoundJob } from './find-jobs';
import { tellProgram, type Told } from './tell-program';
import { disableInCrontab, enableInCrontab, removeFromCrontab } from './user-crontab';

export interface ChangeJobOptions extends FindJobsOptions {
  readonly tell?: (argv: readonly string[]) => Promise<Told>;
}

/**
 * Disables, enables or removes a job where its scheduler keeps it, and looks afterwards whether that was done.
 * @throws RosterError `schedule-failed` with what refused it, and how it is done by hand
 */
export async function changeJob(
  job: FoundJob,
  change: JobChange,
  options: ChangeJobOptions = {},
): Promise<void> {
  const failure =
    job.scheduler === 'cron' ? await inCrontab(job, change) : await atScheduler(job, change, options);
  const state = await stateOf(job, options);
  if (failure === undefined && state === meant[change]) return;
  const before = job.isEnabled ? 'enabled' : 'disabled';
  throw new RosterError(
    'schedule-failed',
    failure ?? sentence('Nobody refused it, but it was not done.'),
    joined(
      state === before
        ? sentenceOf(phrase('The job is as it was.'))
        : sentenceOf(phrase('The job may have been changed in part.')),
      sentence('By hand it is done with: {command}', { command: byHand(job, change) }),
    ),
  );
}

type State = 'enabled' | 'disabled' | 'gone';

const meant: Readonly<Record<JobChange, State>> = { disable: 'disabled', enable: 'enabled', remove: 'gone' };

async function stateOf(job: FoundJob, options: FindJobsOptions): Promise<State> {
  const found = (await findJobs(options)).find((each) => isSameJob(each, job));
  if (found === undefined) return 'gone';
  return found.isEnabled ? 'enabled' : 'disabled';
}

async function inCrontab({ id, lines = '' }: FoundJob, change: JobChange): Promise<Sentence | undefined> {
  if (id === undefined)
    return sentence(
      'The lines of this job have no marks of OneRoster around them, so that only you can tell them from others.',
    );
  const changes = { disable: disableInCrontab, enable: enableInCrontab, remove: removeFromCrontab };
  try {
    await changes[change]({ id, lines });
    return undefined;
  } catch (error) {
    if (RosterError.is(error)) return error.sentences.message;
    throw error;
  }
}

/** Files go after the first command, when nothing is run from them any more, and before the last, by which that is noticed. */
async function atScheduler(
  job: FoundJob,
  change: JobChange,
  { tell = tellProgram }: ChangeJobOptions,
): Promise<Sentence | undefined> {
  const [first, ...others] = controlsOf(job)[change];
  const refusal = first === undefined ? undefined : (await tell(first.argv)).failure;
  if (refusal !== undefined) return refusal;
  if (change === 'remove') {
    const failure = await removeFiles(filesOf(job));
    if (failure !== undefined) return failure;
  }
  for (const { argv } of others) {
    const { failure } = await tell(argv);
    if (failure !== undefined) return failure;
  }
  return undefined;
}

async function removeFiles(paths: readonly string[]): Promise<Sentence | undefined> {
  for (const path of paths) {
    try {
      await rm(path, { force: true });
    } catch (error) {
      if (systemCode(error) === undefined) throw error;
      return sentence('{path} could not be removed: {reason}.', { path, reason: fileFailure(error) });
    }
  }
  return undefined;
}
