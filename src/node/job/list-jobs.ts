import { RosterError } from '../../core/errors';
import type { LoggedRun } from '../../core/schedule/logged-run';
import { nextRun } from '../../core/schedule/next-run';
import { findJobs, type FindJobsOptions, type FoundJob } from './find-jobs';
import { placeOfJob, type JobPlace } from './job-place';
import { lastRunIn } from './last-run';

/** A job with what is known of it beside. */
export interface ListedJob {
  readonly job: FoundJob;
  /** Undefined where the configuration of its roster cannot be read. */
  readonly place: JobPlace | undefined;
  /** Undefined where it is disabled. */
  readonly next: Date | undefined;
  /** Undefined where nothing is known of one. */
  readonly last: LoggedRun | undefined;
}

/** The jobs of this computer, for the account that asks. */
export async function listJobs(options: FindJobsOptions = {}): Promise<readonly ListedJob[]> {
  return Promise.all((await findJobs(options)).map(listJob));
}

async function listJob(job: FoundJob): Promise<ListedJob> {
  const place = await placeOfJob(job).catch((error: unknown) => {
    if (RosterError.is(error)) return undefined;
    throw error;
  });
  const next = job.isEnabled ? nextRun(job.time, new Date()) : undefined;
  if (place === undefined) return { job, place, next, last: undefined };
  const last = await lastRunIn(place.logFile, { folder: job.folder, target: place.targetName });
  return { job, place, next, last };
}
