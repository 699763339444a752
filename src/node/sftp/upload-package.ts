import { randomBytes } from 'node:crypto';
import { besideName, joinRemotePath } from '../../core/delivery/remote-names';
import { sizeDiffers } from '../../core/delivery/remote-errors';
import { discardRemoteFile } from './discard-remote-file';
import { putInPlace, type Placed } from './put-in-place';
import type { SftpSession } from './sftp-session';
import { writeRemoteFile, type OnProgress } from './write-remote-file';

export interface UploadOptions {
  readonly session: SftpSession;
  readonly localFile: string;
  /** The target's folder; it must exist. */
  readonly remoteFolder: string;
  /** The package's name on the server. */
  readonly fileName: string;
  readonly onProgress?: OnProgress;
  /** Honoured until the new package is given its name; from then on the upload goes through. */
  readonly signal?: AbortSignal;
}

export interface Upload extends Placed {
  readonly remotePath: string;
  readonly bytes: number;
  /** Hexadecimal, of exactly the bytes sent. */
  readonly sha256: string;
}

/**
 * Uploads a package so that the server holds either the previous one or the whole new one: under another name first, its
 * size checked, then renamed. After a failure or a cancel the previous package is as it was, and the unfinished file is removed
 * as far as the server still answers.
 * @throws RosterError for what the file, the network, the server or a cancel can do
 */
export async function uploadPackage(options: UploadOptions): Promise<Upload> {
  const { session, localFile, remoteFolder, fileName, onProgress, signal } = options;
  const token = randomBytes(6).toString('hex');
  const remotePath = joinRemotePath(remoteFolder, fileName);
  const part = joinRemotePath(remoteFolder, besideName(fileName, token, 'part'));
  const backup = joinRemotePath(remoteFolder, besideName(fileName, token, 'previous'));

  session.log(`Uploading to "${part}".`);
  const { bytes, sha256 } = await writeRemoteFile({
    session,
    localFile,
    remotePath: part,
    onProgress,
    signal,
  });
  try {
    await checkSize(options, part, bytes);
    const placed = await putInPlace({ session, from: part, to: remotePath, backup, signal });
    session.log(`"${remotePath}" is in place: ${String(bytes)} bytes (${placed.guarantee}).`);
    return { remotePath, bytes, sha256, ...placed };
  } catch (error) {
    throw await discardRemoteFile(session, part, error);
  }
}

async function checkSize({ session, signal }: UploadOptions, part: string, sent: number): Promise<void> {
  const step = { doing: `tell the size of "${part}"`, path: part };
  const { size } = await session.run(step, () => session.client.stat(part), { signal });
  if (size !== sent) throw sizeDiffers(part, sent, size);
}
