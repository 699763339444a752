import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { RosterError } from '../../core/errors';
import type { RosterInput } from '../../core/model/roster-input';
import { joined, phrase, sentence } from '../../core/text/say';
import { systemCode, unreadableFile } from '../file-failure';

const hour = 60 * 60 * 1000;

/**
 * Makes sure that a roster's files were written lately: an export that did not run leaves those of yesterday.
 * @param hours the oldest that a file may be
 * @throws RosterError `files-stale`, `file-unreadable`
 */
export async function checkFreshness(
  { name: folder, entries }: RosterInput,
  hours: number,
  now = Date.now(),
): Promise<void> {
  const stale: { readonly file: string; readonly age: number }[] = [];
  for (const { path } of entries) {
    const age = now - (await writtenAt(join(folder, path)));
    if (age > hours * hour) stale.push({ file: path, age });
  }
  stale.sort((a, b) => b.age - a.age);
  const [oldest] = stale;
  if (oldest === undefined) return;
  const message = sentence(
    '{file} in {folder} was last written {age} hours ago; no file may be older than {hours} hours.',
    { file: oldest.file, folder: basename(folder), age: Math.floor(oldest.age / hour), hours },
  );
  throw new RosterError(
    'files-stale',
    stale.length === 1
      ? message
      : joined(message, sentence('{count} files are older than that.', { count: stale.length })),
    phrase('Find out why the export has not run, and run it. Nothing was sent.'),
  );
}

async function writtenAt(path: string): Promise<number> {
  try {
    return (await stat(path)).mtimeMs;
  } catch (error) {
    throw systemCode(error) === undefined ? error : unreadableFile(path, error);
  }
}
