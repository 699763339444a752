import type { SftpSession } from './sftp-session';
import { uploadFiles, type UploadedFile } from './upload-files';
import type { UploadTries } from './upload-tries';
import type { OnProgress } from './write-remote-file';

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
  readonly tries?: UploadTries;
}

export type Upload = UploadedFile;

/**
 * Uploads a package so that the server holds either the previous one or the whole new one. After a failure or a cancel the
 * previous package is as it was, and the unfinished file is removed as far as the server still answers.
 * @throws RosterError for what the file, the network, the server or a cancel can do
 */
export async function uploadPackage({ localFile, fileName, ...options }: UploadOptions): Promise<Upload> {
  const [upload] = await uploadFiles({ ...options, files: [{ path: localFile, name: fileName }] });
  if (upload === undefined) throw new Error('One file was uploaded, and none was told of.');
  return upload;
}
