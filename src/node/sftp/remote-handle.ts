import type { SFTPWrapper, Stats } from 'ssh2';

// Open remote files, one request at a time. The SFTP client's own `put` reports a failed write as a success now and then.

/** Creates a remote file, or empties the one that is there. */
export function createRemote(channel: SFTPWrapper, path: string): Promise<Buffer> {
  return new Promise((resolve, reject) =>
    channel.open(path, 'w', (error, handle) => (error === undefined ? resolve(handle) : reject(error))),
  );
}

/** @param position where the piece belongs, in bytes from the beginning of the file */
export function writeRemote(
  channel: SFTPWrapper,
  handle: Buffer,
  piece: Buffer,
  position: number,
): Promise<void> {
  return new Promise((resolve, reject) =>
    channel.write(handle, piece, 0, piece.length, position, (error) => (error ? reject(error) : resolve())),
  );
}

/** Looks at a remote file. The client's own `stat` takes every failure for a file that is not there. */
export function statRemote(channel: SFTPWrapper, path: string): Promise<Stats> {
  return new Promise((resolve, reject) =>
    channel.stat(path, (error, stats) => (error === undefined ? resolve(stats) : reject(error))),
  );
}

export function closeRemote(channel: SFTPWrapper, handle: Buffer): Promise<void> {
  return new Promise((resolve, reject) =>
    channel.close(handle, (error) => (error ? reject(error) : resolve())),
  );
}
