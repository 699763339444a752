import type { JobKey } from '../../core/schedule/job-controls';
import { treeNode } from '../explorer/tree-node';
import type { JobAction } from '../jobs/job-items';
import { configParts } from '../load-config';
import { askedFor } from '../rosters/asked-for';
import type { Command } from '../services';
import { loadInTurns } from '../turns';

/** Lists the nightly jobs of this computer, and what can be done with them. */
export const nightlyJobs: Command = async (services, argument) => {
  const { showJobs } = await load();
  await showJobs(services, askedFor(argument));
};

export const runJob = commandFor('run');
export const showJobLog = commandFor('log');
export const showJob = commandFor('show');
export const disableJob = commandFor('disable');
export const enableJob = commandFor('enable');
export const removeJob = commandFor('remove');

/** Does something with the job that a node of the tree stands for. */
function commandFor(action: JobAction): Command {
  return async (services, argument) => {
    const { actOnAsked } = await load();
    const key = jobIn(argument);
    const keepsFocus = key !== undefined && treeNode(argument) === undefined;
    await actOnAsked(services, { asked: askedFor(argument), key, keepsFocus }, action);
  };
}

function jobIn(argument: unknown): JobKey | undefined {
  if (typeof argument !== 'object' || argument === null || !('job' in argument)) return undefined;
  const { job } = argument;
  const isKey = typeof job === 'object' && job !== null && 'scheduler' in job && 'name' in job;
  return isKey ? (job as JobKey) : undefined;
}

/** Needed late, so loaded late. */
async function load() {
  await loadInTurns([...configParts, () => import('../../node/job/list-jobs')]);
  return import('../jobs/show-jobs');
}
