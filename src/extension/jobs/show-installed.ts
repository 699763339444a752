import { describeInstalled } from '../../core/schedule/describe-schedule';
import { controlsOf } from '../../core/schedule/job-controls';
import { installedParts } from '../../node/job/installed-parts';
import type { ListedJob } from '../../node/job/list-jobs';
import { say } from '../say';
import { showText } from '../show-text';

/**
 * Shows what a job consists of where its scheduler keeps it, and the commands that its scheduler can be told.
 * @throws RosterError `file-unreadable`
 */
export async function showInstalled({ job }: ListedJob): Promise<void> {
  const parts = await installedParts(job);
  await showText(job.name, describeInstalled(parts, controlsOf(job), job.scheduler === 'windows', say));
}
