import * as vscode from 'vscode';
import { isSameJob, type JobKey } from '../../core/schedule/job-controls';
import { listJobs, type ListedJob } from '../../node/job/list-jobs';
import { realPathOf } from '../../node/real-path';
import { askChoice, type Answer } from '../input/ask';
import type { AskedFor } from '../rosters/asked-for';
import { plain } from '../rosters/plain-text';
import { folderOf } from '../rosters/rosters';
import { say } from '../say';
import type { Services } from '../services';
import { actOnJob } from './act-on-job';
import { actionItems, deliversText, jobsTitle, listItems, type JobAction, type JobChoice } from './job-items';

/**
 * Lists the jobs of this computer, and does what a person wants with one of them.
 * @param asked the roster, and perhaps the target, whose jobs alone are meant
 * @throws CancellationError where a person gives up
 */
export async function showJobs(services: Services, asked: AskedFor | undefined): Promise<void> {
  const { own, others } = await sortJobs(services, asked);
  const items = listItems(own, others);
  const placeholder = own.length + others.length === 0 ? emptyText(asked) : say('Which job?');
  let at: JobChoice | undefined = own[0] ?? others[0] ?? 'schedule';
  for (;;) {
    const place = { title: jobsTitle, totalSteps: 2 };
    const picked: Answer<JobChoice | undefined> = await askChoice({
      ...place,
      step: 1,
      items,
      value: at,
      placeholder,
    });
    if (picked === 'back' || picked.value === undefined) continue;
    if (picked.value === 'schedule') {
      await vscode.commands.executeCommand('oneroster.schedule', asked);
      return;
    }
    const chosen = (at = picked.value);
    const question = `${plain(chosen.job.name)}: ${plain(deliversText(chosen))}`;
    const actions = actionItems(chosen);
    const what = { items: actions, value: actions[0]?.value, placeholder: question };
    const action = await askChoice<JobAction>({ ...place, step: 2, ...what });
    if (action === 'back') continue;
    await actOnJob(services, chosen, action.value);
    return;
  }
}

/** A job that a view names. */
export interface AskedJob {
  readonly asked: AskedFor | undefined;
  readonly key: JobKey | undefined;
  /** Whether it was a click in the tree, which leaves the focus there. */
  readonly keepsFocus: boolean;
}

/** Does something with a job that a view names; where it is gone, the list says what there is. */
export async function actOnAsked(
  services: Services,
  { asked, key, keepsFocus }: AskedJob,
  action: JobAction,
): Promise<void> {
  const found = key === undefined ? undefined : (await listJobs()).find(({ job }) => isSameJob(job, key));
  if (found !== undefined) {
    await actOnJob(services, found, action, keepsFocus);
    return;
  }
  services.explorer.refresh();
  await showJobs(services, asked);
}

interface SortedJobs {
  readonly own: readonly ListedJob[];
  readonly others: readonly ListedJob[];
}

/** Those of the workspace's rosters, and those of others; where a roster is asked for, its own alone. */
async function sortJobs({ rosters, server }: Services, asked: AskedFor | undefined): Promise<SortedJobs> {
  // Right after the start the server may still be looking for rosters; it answers this when it has found them.
  if (rosters.all.length === 0) await server.checkAgain().catch(() => undefined);
  const folders = asked === undefined ? rosters.all.map(folderOf) : [asked.roster.fsPath];
  const [jobs, known] = await Promise.all([listJobs(), Promise.all(folders.map(realPathOf))]);
  const isOwn = await Promise.all(jobs.map(async ({ job }) => known.includes(await realPathOf(job.folder))));
  const own = jobs.filter((_, index) => isOwn[index]);
  if (asked === undefined) return { own, others: jobs.filter((_, index) => isOwn[index] !== true) };
  return { own: own.filter(({ place }) => isMeant(place?.targetName, asked.target)), others: [] };
}

function isMeant(target: string | undefined, asked: string | undefined): boolean {
  return asked === undefined || target === undefined || target === asked;
}

function emptyText(asked: AskedFor | undefined): string {
  if (asked === undefined) return say('No nightly job is installed on this computer for your account.');
  const roster = vscode.workspace.asRelativePath(asked.roster);
  return asked.target === undefined
    ? say('No job on this computer delivers {roster}.', { roster })
    : say('No job on this computer delivers {roster} to {target}.', { roster, target: asked.target });
}
