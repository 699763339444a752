import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { weakestGuarantee, type Guarantee } from '../../core/delivery/guarantee';
import { inLooseOrder } from '../../core/delivery/loose-order';
import type { ReceiptFileUpload } from '../../core/delivery/receipt';
import { RosterError } from '../../core/errors';
import { phrase, sentence } from '../../core/text/say';
import { hashOfFile } from '../hash-of-file';
import { unpackPackage } from '../unpack-package';
import { deliverFiles, type DeliverOptions } from './deliver-files';
import type { LocalFile, UploadedFile } from './upload-files';

export interface DeliverPackageOptions extends Omit<DeliverOptions, 'files'> {
  /** The package on this computer. */
  readonly localFile: string;
  /** Its name on the server. */
  readonly fileName: string;
  /** Of the package as it was checked, in hexadecimal. */
  readonly sha256: string;
  /** Whether the consumer takes the CSV files side by side in place of the package. */
  readonly isLoose: boolean;
}

/** What the server has now. */
export interface DeliveredPackage {
  /** The package's path; of loose files their folder. */
  readonly remotePath: string;
  /** Bytes on the server, all files together. */
  readonly bytes: number;
  readonly replaced: boolean;
  /** Of several files the weakest. */
  readonly guarantee: Guarantee;
  readonly backupLeft?: string;
  /** Of loose files each one, in the order in which they got their names. */
  readonly files?: readonly ReceiptFileUpload[];
  /** The fingerprint of the host key that was accepted. */
  readonly hostKey: string;
}

/**
 * Delivers a package: as the zip that it is, or, where the consumer wants that, as the files in it. Throws what `deliverFiles`
 * throws, and `transfer-incomplete` where the package is not the one that was checked.
 */
export async function deliverPackage(options: DeliverPackageOptions): Promise<DeliveredPackage> {
  if (options.isLoose) return deliverLoose(options);
  const { localFile, fileName, sha256 } = options;
  const { files, hostKey } = await deliverFiles({ ...options, files: [{ path: localFile, name: fileName }] });
  const [upload] = files;
  if (upload?.sha256 !== sha256) throw changedMeanwhile(localFile);
  const { remotePath, bytes, replaced, guarantee, backupLeft } = upload;
  const left = backupLeft === undefined ? {} : { backupLeft };
  return { remotePath, bytes, replaced, guarantee, ...left, hostKey };
}

async function deliverLoose(options: DeliverPackageOptions): Promise<DeliveredPackage> {
  const { localFile, sha256, open, remoteFolder } = options;
  const folder = await mkdtemp(join(tmpdir(), 'oneroster-'));
  try {
    if ((await hashOfFile(localFile)) !== sha256) throw changedMeanwhile(localFile);
    const files: readonly LocalFile[] = inLooseOrder(await unpackPackage(localFile, folder, open.signal));
    const delivered = await deliverFiles({ ...options, files });
    const left = delivered.files.find(({ backupLeft }) => backupLeft !== undefined)?.backupLeft;
    return {
      remotePath: remoteFolder,
      bytes: delivered.files.reduce((sum, file) => sum + file.bytes, 0),
      replaced: delivered.files.some(({ replaced }) => replaced),
      guarantee: weakestGuarantee(delivered.files.map(({ guarantee }) => guarantee)),
      ...(left === undefined ? {} : { backupLeft: left }),
      files: delivered.files.map(toFileUpload),
      hostKey: delivered.hostKey,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function toFileUpload({
  remotePath,
  bytes,
  replaced,
  guarantee,
  backupLeft,
}: UploadedFile): ReceiptFileUpload {
  return { remotePath, bytes, replaced, guarantee, ...(backupLeft === undefined ? {} : { backupLeft }) };
}

function changedMeanwhile(path: string): RosterError {
  return new RosterError(
    'transfer-incomplete',
    sentence('{path} changed while it was checked and uploaded; what the server has now was not checked.', {
      path,
    }),
    phrase('Upload again when no other program writes the file.'),
  );
}
