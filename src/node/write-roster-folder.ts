import { mkdir, open, readdir, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { RosterError } from '../core/errors';
import { phrase, type Sentence, sentence } from '../core/text/say';
import { throwIfCancelled } from './cancel';
import { systemCode, unreadableFile, unwritableFile } from './file-failure';

/** A file that is to be written. */
export interface NewFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Writes the files of a new roster into a folder, which is made where it is not there. Nothing is ever overwritten: a folder that has
 * CSV files, or one of the names, is refused. Where something goes wrong, what was written is taken away again.
 *
 * Throws `file-unwritable` and `cancelled`.
 */
export async function writeRosterFolder(
  folder: string,
  files: readonly NewFile[],
  signal?: AbortSignal,
): Promise<void> {
  const isNew = await makeFolder(folder);
  const written: string[] = [];
  try {
    await refuseTaken(folder, files);
    for (const { name, bytes } of files) {
      throwIfCancelled(signal);
      const path = join(folder, name);
      await writeNew(path, bytes, () => written.push(path));
    }
    throwIfCancelled(signal);
  } catch (error) {
    for (const path of written) await rm(path, { force: true });
    if (isNew) await rmdir(folder).catch(() => undefined);
    throw error;
  }
}

/** Returns whether the folder was not there. */
async function makeFolder(folder: string): Promise<boolean> {
  try {
    return (await mkdir(folder, { recursive: true })) !== undefined;
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    if (systemCode(error) !== 'EEXIST') throw unwritableFile(folder, error);
    throw taken(sentence('{folder} is a file, not a folder.', { folder }));
  }
}

async function refuseTaken(folder: string, files: readonly NewFile[]): Promise<void> {
  const names = new Set(files.map(({ name }) => name.toLowerCase()));
  const isTaken = (name: string) => name.toLowerCase().endsWith('.csv') || names.has(name.toLowerCase());
  const found = (await namesIn(folder)).find(isTaken);
  if (found !== undefined)
    throw taken(sentence('{folder} holds {found} already, and nothing is overwritten.', { folder, found }));
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    throw systemCode(error) === undefined ? error : unreadableFile(folder, error);
  }
}

async function writeNew(path: string, bytes: Uint8Array, onMade: () => void): Promise<void> {
  try {
    const handle = await open(path, 'wx');
    onMade();
    try {
      await handle.writeFile(bytes);
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw systemCode(error) === undefined ? error : unwritableFile(path, error);
  }
}

function taken(message: Sentence): RosterError {
  return new RosterError('file-unwritable', message, phrase('Name a folder that is empty or not there yet.'));
}
