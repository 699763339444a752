import { readFile } from 'node:fs/promises';
import type { RosterError } from '../core/errors';
import type { Sentence } from '../core/text/say';
import { fileFailure, systemCode } from './file-failure';

/**
 * Reads a text file that need not be there; undefined where it is not.
 * @param unreadable makes the error to throw where it is there and cannot be read; `reason` is the end of a sentence
 */
export async function readIfPresent(
  path: string,
  unreadable: (reason: Sentence, cause: unknown) => RosterError,
): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw unreadable(fileFailure(error), error);
  }
}
