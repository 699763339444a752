import { copyFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Receipt } from '../../core/delivery/receipt';
import { RosterError } from '../../core/errors';
import { localMoment } from '../../core/text/local-time';
import { phrase, sentence } from '../../core/text/say';
import { hashOfFile } from '../hash-of-file';
import type { Delivery } from './delivery-history';

/** A package of a delivery, in a folder of its own and under the name that it was delivered by. */
export interface TakenOut extends Pick<Receipt, 'files' | 'profile' | 'version'> {
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Takes a copy of a kept package, after finding it to be what it was then.
 * @param folder where the copy goes
 * @throws RosterError `usage` where it is no longer kept, `file-unreadable` where it is not what was delivered
 */
export async function takeOut({ receipt, packagePath }: Delivery, folder: string): Promise<TakenOut> {
  if (packagePath === undefined) {
    throw new RosterError(
      'usage',
      sentence('The package of {time} is no longer kept.', { time: localMoment(receipt.time) }),
      phrase(
        'Choose a later one, and raise "keep" under "deliveries" in oneroster.config.json for the future.',
      ),
    );
  }
  const name = basename(receipt.package.name);
  const path = join(folder, name);
  await copyFile(packagePath, path);
  const { bytes, sha256 } = receipt.package;
  if ((await hashOfFile(path)) !== sha256) {
    throw new RosterError(
      'file-unreadable',
      sentence('{packagePath} is not what was delivered at {time}: its SHA-256 is another.', {
        packagePath,
        time: localMoment(receipt.time),
      }),
      phrase('Choose another delivery, or put the file back from a backup.'),
    );
  }
  const { files, profile, version } = receipt;
  return { path, name, bytes, sha256, files, profile, version };
}
