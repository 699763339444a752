import { open, type FileHandle } from 'node:fs/promises';
import { RosterError } from '../core/errors';
import { phrase, sentence, sentenceOf, type Sentence } from '../core/text/say';

/** Why the system refused a file, as the end of a sentence; the system's own code where it is an unusual one. */
export function fileFailure(error: unknown): Sentence {
  const code = systemCode(error);
  const reason = code === undefined ? undefined : reasons[code];
  return reason === undefined
    ? sentence('the system says {code}', { code: code ?? String(error) })
    : sentenceOf(reason);
}

/** The code of a system error, such as `ENOENT`, or undefined for any other error. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** The error for a file that cannot be read. */
export function unreadableFile(path: string, error: unknown): RosterError {
  return new RosterError(
    'file-unreadable',
    sentence('{path} cannot be read: {reason}.', { path, reason: fileFailure(error) }),
    phrase('Check that the file is there, that you may read it, and that no other program keeps it locked.'),
    { cause: error },
  );
}

/** The error for a file that cannot be written. */
export function unwritableFile(path: string, error: unknown): RosterError {
  return new RosterError(
    'file-unwritable',
    sentence('{path} cannot be written: {reason}.', { path, reason: fileFailure(error) }),
    phrase('Check that its folder is there, that you may write to it, and that the disk has room.'),
    { cause: error },
  );
}

/** Opens a file for reading; throws `file-unreadable`. */
export async function openToRead(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r');
  } catch (error) {
    throw unreadableFile(path, error);
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: phrase('it is not there'),
  ENOTDIR: phrase('a part of its path is not a folder'),
  EACCES: phrase('you have no right to'),
  EPERM: phrase('you have no right to'),
  EISDIR: phrase('it is a folder'),
  EBUSY: phrase('another program keeps it locked'),
  ELOOP: phrase('its symbolic links lead in a circle'),
  ENAMETOOLONG: phrase('its name is too long'),
  EMFILE: phrase('too many files are open'),
  ENOSPC: phrase('the disk is full'),
  EROFS: phrase('the disk is read-only'),
  EIO: phrase('the disk reported a fault'),
  ERR_FS_FILE_TOO_LARGE: phrase('it is larger than 2 GB'),
};
