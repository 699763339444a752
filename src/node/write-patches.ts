import { randomBytes } from 'node:crypto';
import { chmod, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { RosterError } from '../core/errors';
import { phrase, sentence } from '../core/text/say';
import type { FilePatch } from '../core/fixes/engine/file-draft';
import { systemCode, unwritableFile } from './file-failure';
import { isThere } from './is-there';

/**
 * Writes what fixes have made of the files of a roster's folder. Nothing is written where any of them is not as it was read any
 * more. Each file is written under a name of its own beside it and then renamed, so that it is whole at any moment.
 *
 * Throws `file-changed` and `file-unwritable`.
 */
export async function writePatches(folder: string, patches: readonly FilePatch[]): Promise<void> {
  for (const patch of patches) await checkUnchanged(folder, patch);
  const parts: WrittenPart[] = [];
  try {
    for (const patch of patches) {
      if (patch.to !== undefined) parts.push(await writePart(folder, patch.to, patch));
    }
    for (const { part, place } of parts) await guarded(place, () => rename(part, place));
  } finally {
    for (const { part } of parts) await rm(part, { force: true });
  }
  for (const { from, to } of patches) {
    if (from !== undefined && from !== to) await removeOld(folder, from, to);
  }
}

interface WrittenPart {
  readonly part: string;
  readonly place: string;
}

async function writePart(folder: string, to: string, { from, after }: FilePatch): Promise<WrittenPart> {
  // A link stays a link, and what it leads to is written.
  const place = await realpath(join(folder, to)).catch(() => join(folder, to));
  const part = join(dirname(place), `.${basename(place)}.${randomBytes(6).toString('hex')}.part`);
  await guarded(place, async () => {
    await writeFile(part, after, { flag: 'wx' });
    if (from !== undefined) await chmod(part, (await stat(join(folder, from))).mode);
  });
  return { part, place };
}

async function checkUnchanged(folder: string, { from, to, original }: FilePatch): Promise<void> {
  if (from !== undefined) {
    const now = await readFile(join(folder, from)).catch(() => undefined);
    if (original === undefined || now?.equals(original) !== true) throw changed(join(folder, from));
  }
  if (to === undefined || to === from) return;
  // Where letter case does not count, a file may be renamed to itself.
  const isSelf = from?.toLowerCase() === to.toLowerCase();
  if (!isSelf && (await isThere(join(folder, to)))) throw changed(join(folder, to));
}

async function removeOld(folder: string, from: string, to: string | undefined): Promise<void> {
  const old = join(folder, from);
  if (to !== undefined && (await areSame(old, join(folder, to)))) {
    await guarded(old, () => rename(old, join(folder, to)));
    return;
  }
  await guarded(old, () => rm(old));
}

async function areSame(left: string, right: string): Promise<boolean> {
  try {
    const [one, other] = await Promise.all([stat(left, { bigint: true }), stat(right, { bigint: true })]);
    return one.ino === other.ino && one.dev === other.dev;
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return false;
  }
}

async function guarded<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw systemCode(error) === undefined ? error : unwritableFile(path, error);
  }
}

function changed(path: string): RosterError {
  return new RosterError(
    'file-changed',
    sentence('{path} has changed since it was read, so nothing was written.', { path }),
    phrase('Start again: what is there now is looked at then.'),
  );
}
