import { readFile } from 'node:fs/promises';
import { crontabText } from '../../core/schedule/crontab';
import type { InstalledPart } from '../../core/schedule/describe-schedule';
import { filesOf } from '../../core/schedule/job-controls';
import { phrase } from '../../core/text/say';
import { systemCode, unreadableFile } from '../file-failure';
import type { FoundJob } from './find-jobs';

/**
 * What a job consists of where its scheduler keeps it.
 * @throws RosterError `file-unreadable`
 */
export async function installedParts(job: FoundJob): Promise<readonly InstalledPart[]> {
  const { id, lines, xml } = job;
  if (lines !== undefined) {
    const text = id === undefined ? lines : crontabText({ id, lines });
    return [{ place: phrase('your crontab'), text }];
  }
  if (xml !== undefined) return [{ place: id ?? '', text: xml }];
  return Promise.all(filesOf(job).map(async (path) => ({ place: path, text: await textOf(path) })));
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw systemCode(error) === undefined ? error : unreadableFile(path, error);
  }
}
