import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { controlsOf } from '../../core/schedule/job-controls';
import { lastLoggedRun, type LoggedRun } from '../../core/schedule/logged-run';
import type { Sentence } from '../../core/text/say';
import type { FoundJob } from './find-jobs';
import { LogFollower } from './follow-log';
import { tellProgram, type Told } from './tell-program';
import { asCronRuns } from './user-crontab';

export interface RunJobOptions {
  /** Ends the run, as its scheduler would. */
  readonly signal: AbortSignal;
  /** Told each line of the log as it comes. */
  readonly onLine?: (line: string) => void;
  /** How long a scheduler that only starts a job may take to do so; in milliseconds. */
  readonly patience?: number;
}

/** What is known of a run when it is over. */
export interface JobRunEnd {
  /** What the log says of it; undefined where it did not come to that. */
  readonly logged: LoggedRun | undefined;
  /** Why its scheduler has not run it, or that it failed; undefined where it said nothing against it. */
  readonly failure: Sentence | undefined;
  /** What the job itself ended with, where it was run here. */
  readonly exitCode: number | undefined;
  /** The end of what was printed. */
  readonly said: string;
  readonly isCancelled: boolean;
}

/** How often the log is looked at; in milliseconds. */
const pace = 250;
const usualPatience = 60_000;
/** A run that is asked to end may take so long to write that down; in milliseconds. */
const grace = 10_000;

/**
 * Runs a job now, by its scheduler and under the same conditions, and waits for its end. Cron cannot be told to run something, so that
 * the line of the crontab is run as cron does it. Where a scheduler starts a job and does not wait for it, the log says when it is over.
 * @param logFile the job's log
 */
export async function runJob(job: FoundJob, logFile: string, options: RunJobOptions): Promise<JobRunEnd> {
  const { signal, onLine, patience = usualPatience } = options;
  const log = await LogFollower.open(logFile);
  const of = { folder: resolve(job.folder), target: job.target };
  const logged = () => lastLoggedRun(log.lines, of);
  let told: Told | undefined;
  const starting = start(job, signal).then((what) => (told = what));
  const clock = new Stopwatch(signal);
  const isOver = () => {
    if (told === undefined) return false;
    if (told.failure !== undefined || !isStartedOnly(job) || logged()?.end !== undefined) return true;
    if (signal.aborted) return clock.sinceAbort() > grace;
    return logged() === undefined && clock.sinceStart() > patience;
  };
  for (;;) {
    for (const line of await log.look()) onLine?.(line);
    if (isOver()) break;
    await delay(pace);
  }
  const { failure, said, code } = await starting;
  for (const line of await log.look()) onLine?.(line);
  const exitCode = job.scheduler === 'cron' ? code : undefined;
  return { logged: logged(), failure, exitCode, said, isCancelled: signal.aborted };
}

class Stopwatch {
  readonly #start = Date.now();
  #abort = Number.POSITIVE_INFINITY;

  constructor(signal: AbortSignal) {
    signal.addEventListener('abort', () => (this.#abort = Date.now()), { once: true });
  }

  sinceStart(): number {
    return Date.now() - this.#start;
  }

  sinceAbort(): number {
    return Date.now() - this.#abort;
  }
}

/** systemd waits for the end of a service that runs once. */
function isStartedOnly({ scheduler }: FoundJob): boolean {
  return scheduler === 'launchd' || scheduler === 'windows';
}

async function start(job: FoundJob, signal: AbortSignal): Promise<Told> {
  const { id = '', scheduler, lines } = job;
  if (scheduler === 'cron') return tellProgram(asCronRuns({ id, lines: lines ?? '' }), { signal });
  const { runNow, stop } = controlsOf(job);
  const [command] = runNow;
  if (command === undefined) throw new Error(`nothing of ${scheduler} is ever found that cannot be run`);
  // The run is the scheduler's: it is the one to end it.
  const onAbort = () => void Promise.all(stop.map(({ argv }) => tellProgram(argv)));
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await tellProgram(command.argv);
  } finally {
    if (!isStartedOnly(job)) signal.removeEventListener('abort', onAbort);
  }
}
