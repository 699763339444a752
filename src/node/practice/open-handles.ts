import type { FileHandle } from 'node:fs/promises';
import ssh2, { type FileEntry } from 'ssh2';
import { SftpRefusal } from './place-on-disk';

/** What a client has open, by the handle that it was given. */
export class OpenHandles {
  readonly #files = new Map<string, FileHandle>();
  readonly #listings = new Map<string, readonly FileEntry[]>();
  #last = 0;

  add(file: FileHandle): Buffer {
    const handle = this.#next();
    this.#files.set(handle.toString('hex'), file);
    return handle;
  }

  addListing(entries: readonly FileEntry[]): Buffer {
    const handle = this.#next();
    this.#listings.set(handle.toString('hex'), entries);
    return handle;
  }

  file(handle: Buffer): FileHandle {
    const file = this.#files.get(handle.toString('hex'));
    if (file === undefined) throw new SftpRefusal(ssh2.utils.sftp.STATUS_CODE.FAILURE, 'Invalid handle');
    return file;
  }

  /** The whole listing the first time, nothing the second. */
  takeListing(handle: Buffer): FileEntry[] {
    const key = handle.toString('hex');
    const entries = this.#listings.get(key) ?? [];
    this.#listings.set(key, []);
    return [...entries];
  }

  async close(handle: Buffer): Promise<void> {
    const key = handle.toString('hex');
    if (this.#listings.delete(key)) return;
    const file = this.file(handle);
    this.#files.delete(key);
    await file.close();
  }

  async closeAll(): Promise<void> {
    const files = [...this.#files.values()];
    this.#files.clear();
    await Promise.all(files.map((file) => file.close()));
  }

  #next(): Buffer {
    const handle = Buffer.alloc(4);
    handle.writeUInt32BE(++this.#last);
    return handle;
  }
}
