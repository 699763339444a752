// What a folder on disk is in SFTP's terms.
import { constants, type Stats } from 'node:fs';
import ssh2, { type Attributes } from 'ssh2';
import { SftpRefusal } from './place-on-disk';

const { STATUS_CODE: status, OPEN_MODE: mode } = ssh2.utils.sftp;

/** The answers that OpenSSH's server gives to the system's errors. */
export function toRefusal(error: unknown): { readonly status: number; readonly message: string } {
  if (error instanceof SftpRefusal) return error;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP')
    return { status: status.NO_SUCH_FILE, message: 'No such file' };
  if (code === 'EACCES' || code === 'EPERM')
    return { status: status.PERMISSION_DENIED, message: 'Permission denied' };
  return { status: status.FAILURE, message: 'Failure' };
}

/** How a file is opened as a client asks for it. */
export function toOpenFlags(flags: number): number {
  const has = (flag: number) => (flags & flag) !== 0;
  const way = has(mode.WRITE) ? (has(mode.READ) ? constants.O_RDWR : constants.O_WRONLY) : constants.O_RDONLY;
  return (
    way |
    (has(mode.CREAT) ? constants.O_CREAT : 0) |
    (has(mode.TRUNC) ? constants.O_TRUNC : 0) |
    (has(mode.EXCL) ? constants.O_EXCL : 0)
  );
}

/** What SFTP tells of a file. */
export function toAttributes({ mode: bits, uid, gid, size, atimeMs, mtimeMs }: Stats): Attributes {
  return { mode: bits, uid, gid, size, atime: Math.floor(atimeMs / 1000), mtime: Math.floor(mtimeMs / 1000) };
}
