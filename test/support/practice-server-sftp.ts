// The SFTP requests of one client, answered from a folder on disk, with faults where a test wants them.
import type { Stats } from 'node:fs';
import { lstat, mkdir, open, readdir, rename, rmdir, stat, unlink } from 'node:fs/promises';
import ssh2, { type Attributes, type FileEntry, type SFTPWrapper } from 'ssh2';
import { isThere } from '../../src/node/is-there';
import { toAttributes, toOpenFlags, toRefusal } from '../../src/node/practice/disk-answers';
import { OpenHandles } from '../../src/node/practice/open-handles';
import { advertise, readStrings } from '../../src/node/practice/sftp-extensions';
import { placeOnDisk, SftpRefusal, virtualPath } from '../../src/node/practice/place-on-disk';

/** What goes wrong, on purpose. Bytes are counted over all that a client writes. */
export interface PracticeFaults {
  /** The line is cut once this many bytes were written. */
  readonly cutAfterBytes?: number;
  /** No write is answered any more once this many bytes were written; all else is. */
  readonly stallAfterBytes?: number;
  /** Writes fail once this many bytes were written. */
  readonly diskFullAfterBytes?: number;
  /** What is said with every failure, in the place of the usual word. */
  readonly failureText?: string;
  readonly denySetstat?: boolean;
  readonly denyList?: boolean;
  readonly denyRename?: boolean;
  /** Renames of files whose name ends so are refused. */
  readonly denyRenameOf?: string;
  readonly denyRemove?: boolean;
  /** posix-rename is neither offered nor answered. */
  readonly noPosixRename?: boolean;
  /** Nothing may be written. */
  readonly readOnly?: boolean;
  /** Sizes are told one byte too small. */
  readonly wrongSize?: boolean;
  /** A rename is done, but the line is cut in the place of its answer. */
  readonly cutAfterRename?: boolean;
  /** A plain rename replaces a file, which the protocol does not allow. */
  readonly renameReplaces?: boolean;
  /** Each answer comes this many milliseconds late. */
  readonly slow?: number;
  /** What happens in the place of a request; `count` counts those of a connection from 1. */
  readonly at?: (count: number, name: string) => RequestFault | undefined;
}

/** `cut-after`: the request is done, and the line is cut in the place of its answer. `stall`: it is never answered. */
export type RequestFault = 'cut' | 'cut-after' | 'refuse' | 'stall';

interface Session {
  readonly root: string;
  readonly faults: PracticeFaults;
  /** Cuts the line without a goodbye. */
  readonly cut: () => void;
  /** Hears of each request: its name and path. */
  readonly onRequest: (request: string) => void;
}

const { STATUS_CODE: status, OPEN_MODE: mode } = ssh2.utils.sftp;

const endOfFile: number = status.EOF;

/** Answers every request of the channel until it is closed. */
export function serveSftp(sftp: SFTPWrapper, session: Session): void {
  const files = new OpenHandles();
  let written = 0;
  let requests = 0;
  if (session.faults.noPosixRename !== true) advertise(sftp, { 'posix-rename@openssh.com': '1' });
  sftp.on('close', () => void files.closeAll());

  /** Runs a request and answers with what it gives, or with the refusal that its error means. */
  function answer(
    id: number,
    name: string,
    path: string,
    work: () => Promise<(() => void) | undefined>,
  ): void {
    session.onRequest(path === '' ? name : `${name} ${path}`);
    const fault = session.faults.at?.(++requests, name);
    if (fault === 'cut') session.cut();
    if (fault === 'cut' || fault === 'stall') return;
    const done = fault === 'refuse' ? Promise.reject(new SftpRefusal(status.FAILURE, 'Failure')) : work();
    const reply = (send: () => void) => {
      if (fault === 'cut-after') session.cut();
      else if (session.faults.slow === undefined) send();
      else setTimeout(send, session.faults.slow);
    };
    done.then(
      (send) => reply(send ?? (() => sftp.status(id, status.OK))),
      (error: unknown) => {
        const refusal = refusalOf(error, session.faults);
        reply(() => sftp.status(id, refusal.status, refusal.message));
      },
    );
  }
  const place = (path: string, follow?: boolean) => placeOnDisk(session.root, path, follow);
  const mayWrite = () => {
    if (session.faults.readOnly === true)
      throw new SftpRefusal(status.PERMISSION_DENIED, 'Permission denied');
  };

  sftp.on('REALPATH', (id, path) =>
    answer(id, 'REALPATH', path, async () => () => sftp.name(id, [nameOnly(virtualPath(path))])),
  );
  sftp.on('STAT', (id, path) =>
    answer(id, 'STAT', path, async () => {
      const attributes = attributesOf(await stat(await place(path)), session.faults);
      return () => sftp.attrs(id, attributes);
    }),
  );
  sftp.on('LSTAT', (id, path) =>
    answer(id, 'LSTAT', path, async () => {
      const attributes = attributesOf(await lstat(await place(path, false)), session.faults);
      return () => sftp.attrs(id, attributes);
    }),
  );
  sftp.on('FSTAT', (id, handle) =>
    answer(id, 'FSTAT', '', async () => {
      const attributes = attributesOf(await files.file(handle).stat(), session.faults);
      return () => sftp.attrs(id, attributes);
    }),
  );
  const setStat = async () => {
    if (session.faults.denySetstat === true)
      throw new SftpRefusal(status.PERMISSION_DENIED, 'Permission denied');
    return undefined;
  };
  sftp.on('SETSTAT', (id, path) => answer(id, 'SETSTAT', path, setStat));
  sftp.on('FSETSTAT', (id) => answer(id, 'FSETSTAT', '', setStat));

  sftp.on('OPEN', (id, path, flags) =>
    answer(id, 'OPEN', path, async () => {
      if ((flags & mode.WRITE) !== 0) mayWrite();
      const handle = files.add(await open(await place(path), toOpenFlags(flags), 0o644));
      return () => sftp.handle(id, handle);
    }),
  );
  sftp.on('READ', (id, handle, offset, length) =>
    answer(id, 'READ', '', async () => {
      const buffer = Buffer.alloc(Math.min(length, 256 * 1024));
      const { bytesRead } = await files.file(handle).read(buffer, 0, buffer.length, offset);
      if (bytesRead === 0) throw new SftpRefusal(status.EOF, 'End of file');
      return () => sftp.data(id, buffer.subarray(0, bytesRead));
    }),
  );
  sftp.on('WRITE', (id, handle, offset, data) => {
    const { cutAfterBytes, stallAfterBytes, diskFullAfterBytes } = session.faults;
    written += data.length;
    if (cutAfterBytes !== undefined && written > cutAfterBytes) {
      session.cut();
      return;
    }
    if (stallAfterBytes !== undefined && written > stallAfterBytes) return;
    // The bytes are the channel's own and are overwritten by what comes next.
    const piece = Buffer.from(data);
    answer(id, 'WRITE', '', async () => {
      if (diskFullAfterBytes !== undefined && written > diskFullAfterBytes)
        throw new SftpRefusal(status.FAILURE, 'Failure');
      await files.file(handle).write(piece, 0, piece.length, offset);
      return undefined;
    });
  });
  sftp.on('CLOSE', (id, handle) =>
    answer(id, 'CLOSE', '', async () => {
      await files.close(handle);
      return undefined;
    }),
  );

  sftp.on('OPENDIR', (id, path) =>
    answer(id, 'OPENDIR', path, async () => {
      if (session.faults.denyList === true)
        throw new SftpRefusal(status.PERMISSION_DENIED, 'Permission denied');
      const folder = await place(path);
      const names = await readdir(folder);
      const entries = await Promise.all(
        names.map(async (name) => toEntry(name, await lstat(`${folder}/${name}`), session.faults)),
      );
      const handle = files.addListing(entries);
      return () => sftp.handle(id, handle);
    }),
  );
  sftp.on('READDIR', (id, handle) =>
    answer(id, 'READDIR', '', async () => {
      const entries = files.takeListing(handle);
      if (entries.length === 0) throw new SftpRefusal(status.EOF, 'End of file');
      return () => sftp.name(id, entries);
    }),
  );
  sftp.on('MKDIR', (id, path) =>
    answer(id, 'MKDIR', path, async () => {
      mayWrite();
      await mkdir(await place(path));
      return undefined;
    }),
  );
  sftp.on('RMDIR', (id, path) =>
    answer(id, 'RMDIR', path, async () => {
      mayWrite();
      await rmdir(await place(path, false));
      return undefined;
    }),
  );
  sftp.on('REMOVE', (id, path) =>
    answer(id, 'REMOVE', path, async () => {
      mayWrite();
      if (session.faults.denyRemove === true)
        throw new SftpRefusal(status.PERMISSION_DENIED, 'Permission denied');
      await unlink(await place(path, false));
      return undefined;
    }),
  );

  async function move(from: string, to: string, overwrite: boolean): Promise<undefined> {
    mayWrite();
    const { denyRename, denyRenameOf, cutAfterRename } = session.faults;
    if (denyRename === true || (denyRenameOf !== undefined && from.endsWith(denyRenameOf))) {
      throw new SftpRefusal(status.PERMISSION_DENIED, 'Permission denied');
    }
    const [source, destination] = [await place(from, false), await place(to, false)];
    // SFTP's own rename must not replace anything; posix-rename is there to do just that.
    if (!overwrite && session.faults.renameReplaces !== true && (await isThere(destination)))
      throw new SftpRefusal(status.FAILURE, 'Failure');
    await rename(source, destination);
    if (cutAfterRename === true) session.cut();
    return undefined;
  }
  sftp.on('RENAME', (id, from, to) => answer(id, 'RENAME', from, () => move(from, to, false)));
  sftp.on('EXTENDED', (id, name, data) =>
    answer(id, name, '', async () => {
      const [from, to] = readStrings(data);
      if (
        name !== 'posix-rename@openssh.com' ||
        session.faults.noPosixRename === true ||
        from === undefined ||
        to === undefined
      ) {
        throw new SftpRefusal(status.OP_UNSUPPORTED, 'Operation unsupported');
      }
      return move(from, to, true);
    }),
  );
}

/** The answers that OpenSSH's server gives to the system's errors, or with a fault in other words. */
function refusalOf(error: unknown, { failureText }: PracticeFaults): { status: number; message: string } {
  const refusal = toRefusal(error);
  const isOwn = error instanceof SftpRefusal && error.status !== endOfFile;
  return isOwn ? { status: refusal.status, message: failureText ?? refusal.message } : refusal;
}

function attributesOf(stats: Stats, { wrongSize }: PracticeFaults): Attributes {
  const attributes = toAttributes(stats);
  const isWrong = wrongSize === true && !stats.isDirectory();
  return isWrong ? { ...attributes, size: Math.max(stats.size - 1, 0) } : attributes;
}

function toEntry(filename: string, stats: Stats, faults: PracticeFaults): FileEntry {
  const kind = stats.isDirectory() ? 'd' : '-';
  const date = new Date(stats.mtimeMs).toISOString().slice(0, 10);
  return {
    filename,
    longname: `${kind}rw-r--r-- 1 practice practice ${String(stats.size)} ${date} ${filename}`,
    attrs: attributesOf(stats, faults),
  };
}

function nameOnly(filename: string): FileEntry {
  return { filename, longname: filename, attrs: { mode: 0, uid: 0, gid: 0, size: 0, atime: 0, mtime: 0 } };
}
