// The SFTP requests of one client, answered from a folder on disk.
import type { Stats } from 'node:fs';
import { lstat, mkdir, open, readdir, rename, rmdir, stat, unlink } from 'node:fs/promises';
import ssh2, { type FileEntry, type SFTPWrapper } from 'ssh2';
import { toAttributes, toOpenFlags, toRefusal } from './disk-answers';
import { OpenHandles } from './open-handles';
import { placeOnDisk, SftpRefusal, virtualPath } from './place-on-disk';
import { advertise, readStrings } from './sftp-extensions';
import { isThere } from '../is-there';

const { STATUS_CODE: status } = ssh2.utils.sftp;
const posixRename = 'posix-rename@openssh.com';
const largestRead = 256 * 1024;

/** What a request comes to: how its answer is sent; undefined for a plain yes. */
type Work = () => Promise<(() => void) | undefined>;

interface Desk {
  readonly sftp: SFTPWrapper;
  readonly handles: OpenHandles;
  readonly place: (path: string, follow?: boolean) => Promise<string>;
  /** Does the work and answers, with a refusal where it fails. */
  readonly answer: (id: number, work: Work) => void;
}

/** Answers every request of the channel until it is closed. */
export function serveFolder(sftp: SFTPWrapper, root: string): void {
  const handles = new OpenHandles();
  advertise(sftp, { [posixRename]: '1' });
  sftp.on('close', () => void handles.closeAll());
  const desk: Desk = {
    sftp,
    handles,
    place: (path, follow) => placeOnDisk(root, path, follow),
    answer: (id, work) => {
      work().then(
        (send) => (send === undefined ? sftp.status(id, status.OK) : send()),
        (error: unknown) => {
          const { status: code, message } = toRefusal(error);
          sftp.status(id, code, message);
        },
      );
    },
  };
  serveLooks(desk);
  serveFiles(desk);
  serveNames(desk);
}

/** What paths are, and what folders hold. */
function serveLooks({ sftp, handles, place, answer }: Desk): void {
  const look = (id: number, find: () => Promise<Stats>) =>
    answer(id, async () => {
      const attributes = toAttributes(await find());
      return () => sftp.attrs(id, attributes);
    });
  sftp.on('REALPATH', (id, path) => sftp.name(id, [nameOnly(virtualPath(path))]));
  sftp.on('STAT', (id, path) => look(id, async () => stat(await place(path))));
  sftp.on('LSTAT', (id, path) => look(id, async () => lstat(await place(path, false))));
  sftp.on('FSTAT', (id, handle) => look(id, () => handles.file(handle).stat()));
  // Nothing here has owners or modes to set.
  sftp.on('SETSTAT', (id) => sftp.status(id, status.OK));
  sftp.on('FSETSTAT', (id) => sftp.status(id, status.OK));
  sftp.on('OPENDIR', (id, path) =>
    answer(id, async () => {
      const folder = await place(path);
      const names = await readdir(folder);
      const entries = await Promise.all(
        names.map(async (name) => toEntry(name, await lstat(`${folder}/${name}`))),
      );
      const handle = handles.addListing(entries);
      return () => sftp.handle(id, handle);
    }),
  );
  sftp.on('READDIR', (id, handle) => {
    const entries = handles.takeListing(handle);
    if (entries.length === 0) sftp.status(id, status.EOF);
    else sftp.name(id, entries);
  });
}

/** What files hold. */
function serveFiles({ sftp, handles, place, answer }: Desk): void {
  sftp.on('OPEN', (id, path, flags) =>
    answer(id, async () => {
      const handle = handles.add(await open(await place(path), toOpenFlags(flags), 0o600));
      return () => sftp.handle(id, handle);
    }),
  );
  sftp.on('READ', (id, handle, offset, length) =>
    answer(id, async () => {
      const buffer = Buffer.alloc(Math.min(length, largestRead));
      const { bytesRead } = await handles.file(handle).read(buffer, 0, buffer.length, offset);
      if (bytesRead === 0) throw new SftpRefusal(status.EOF, 'End of file');
      return () => sftp.data(id, buffer.subarray(0, bytesRead));
    }),
  );
  sftp.on('WRITE', (id, handle, offset, data) => {
    // The bytes are the channel's own and are overwritten by what comes next.
    const piece = Buffer.from(data);
    answer(id, async () => {
      await handles.file(handle).write(piece, 0, piece.length, offset);
      return undefined;
    });
  });
  sftp.on('CLOSE', (id, handle) =>
    answer(id, async () => {
      await handles.close(handle);
      return undefined;
    }),
  );
}

/** What is where, and what is there at all. */
function serveNames({ sftp, place, answer }: Desk): void {
  const doing = (id: number, work: () => Promise<unknown>) =>
    answer(id, async () => {
      await work();
      return undefined;
    });
  const move = async (from: string, to: string, replaces: boolean) => {
    const [source, destination] = [await place(from, false), await place(to, false)];
    // SFTP's own rename must not replace anything; posix-rename is there to do just that.
    if (!replaces && (await isThere(destination))) throw new SftpRefusal(status.FAILURE, 'Failure');
    await rename(source, destination);
  };
  sftp.on('MKDIR', (id, path) => doing(id, async () => mkdir(await place(path))));
  sftp.on('RMDIR', (id, path) => doing(id, async () => rmdir(await place(path, false))));
  sftp.on('REMOVE', (id, path) => doing(id, async () => unlink(await place(path, false))));
  sftp.on('RENAME', (id, from, to) => doing(id, () => move(from, to, false)));
  sftp.on('EXTENDED', (id, name, data) =>
    doing(id, async () => {
      const [from, to] = readStrings(data);
      if (name !== posixRename || from === undefined || to === undefined) {
        throw new SftpRefusal(status.OP_UNSUPPORTED, 'Operation unsupported');
      }
      await move(from, to, true);
    }),
  );
}

function toEntry(filename: string, stats: Stats): FileEntry {
  const date = new Date(stats.mtimeMs).toISOString().slice(0, 10);
  const kind = stats.isDirectory() ? 'd' : '-';
  return {
    filename,
    longname: `${kind}rw------- 1 practice practice ${String(stats.size)} ${date} ${filename}`,
    attrs: toAttributes(stats),
  };
}

function nameOnly(filename: string): FileEntry {
  return { filename, longname: filename, attrs: { mode: 0, uid: 0, gid: 0, size: 0, atime: 0, mtime: 0 } };
}
