import { describeInstalled } from '../../core/schedule/describe-schedule';
import { controlsOf } from '../../core/schedule/job-controls';
import { installedParts } from '../../node/job/installed-parts';
import type { ListedJob } from '../../node/job/list-jobs';
import { say } from '../say';
import { showText } from '../show-text';

/**
 * Shows what a job consists of where its scheduler keeps it, and the commands that its scheduler can be told.
 * @param keepsFocus whether a person stays where they are, as where they have clicked in a tree
 * @throws RosterError `file-unreadable`
 */
export async function showInstalled({ job }: ListedJob, keepsFocus: boolean): Promise<void> {
  const { name, scheduler } = job;
  const texts = { scheduler, parts: await installedParts(job), controls: controlsOf(job) };
  await showText(name, describeInstalled(texts, say), keepsFocus);
}
