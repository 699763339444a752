import { open, type FileHandle } from 'node:fs/promises';
import { RosterError } from '../core/errors';

/** Why the system refused a file, as the end of a sentence; the system's own code where it is an unusual one. */
export function fileFailure(error: unknown): string {
  const code = systemCode(error);
  return (code === undefined ? undefined : reasons[code]) ?? `the system says ${code ?? String(error)}`;
}

/** The code of a system error, such as `ENOENT`, or undefined for any other error. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** The error for a file that cannot be read. */
export function unreadableFile(path: string, error: unknown): RosterError {
  return new RosterError(
    'file-unreadable',
    `${path} cannot be read: ${fileFailure(error)}.`,
    'Check that the file is there, that you may read it, and that no other program keeps it locked.',
    { cause: error },
  );
}

/** The error for a file that cannot be written. */
export function unwritableFile(path: string, error: unknown): RosterError {
  return new RosterError(
    'file-unwritable',
    `${path} cannot be written: ${fileFailure(error)}.`,
    'Check that its folder is there, that you may write to it, and that the disk has room.',
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
  ENOENT: 'it is not there',
  ENOTDIR: 'a part of its path is not a folder',
  EACCES: 'you have no right to',
  EPERM: 'you have no right to',
  EISDIR: 'it is a folder',
  EBUSY: 'another program keeps it locked',
  ELOOP: 'its symbolic links lead in a circle',
  ENAMETOOLONG: 'its name is too long',
  EMFILE: 'too many files are open',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
  EIO: 'the disk reported a fault',
  ERR_FS_FILE_TOO_LARGE: 'it is larger than 2 GB',
};
