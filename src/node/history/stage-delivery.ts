import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Receipt } from '../../core/delivery/receipt';
import { systemCode, unwritableFile } from '../file-failure';
import { writeWhole } from '../write-whole';

/** A package that is about to be delivered, with its place in the history made ready. */
export interface StagedDelivery {
  /**
   * Puts the delivery on record, once it has been made.
   * @throws RosterError `file-unwritable`
   */
  keep(receipt: Receipt): Promise<void>;
  /** Takes the copy away again, after a delivery that was not made. Does nothing once the delivery is kept. */
  discard(): Promise<void>;
}

export interface StageOptions {
  /** The history's folder. */
  readonly folder: string;
  /** The folder of the target's deliveries. */
  readonly deliveries: string;
  readonly localFile: string;
  readonly onKept: () => Promise<void>;
}

/** Packages hold names and passwords of people: nobody else on the computer has to read them. */
const ownFolder = 0o700;
const ownFile = 0o600;

/** Copies the package into the history, under a name that does not count yet. */
export async function stageDelivery({
  folder,
  deliveries,
  localFile,
  onKept,
}: StageOptions): Promise<StagedDelivery> {
  const part = join(deliveries, `.${randomBytes(6).toString('hex')}.part`);
  await orUnwritable(deliveries, async () => {
    await mkdir(deliveries, { recursive: true, mode: ownFolder });
    await keepOutOfGit(folder);
    await copyFile(localFile, part, constants.COPYFILE_FICLONE);
  });
  return {
    async keep(receipt) {
      const path = join(deliveries, stampOf(receipt));
      await orUnwritable(deliveries, async () => {
        await rename(part, `${path}.zip`);
        await writeWhole(`${path}.json`, `${JSON.stringify(receipt, undefined, 2)}\n`, ownFile);
      });
      await onKept();
    },
    discard: () => rm(part, { force: true }),
  };
}

/** Begins with the time, so that names sort by it. */
function stampOf({ time, package: { sha256 } }: Receipt): string {
  return `${time.replace(/[-:.]/g, '')}-${sha256.slice(0, 8)}`;
}

/** What people are in these packages is nobody's business who reads the repository. */
async function keepOutOfGit(folder: string): Promise<void> {
  try {
    await writeFile(join(folder, '.gitignore'), '*\n', { flag: 'wx' });
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error;
  }
}

async function orUnwritable(path: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw systemCode(error) === undefined ? error : unwritableFile(path, error);
  }
}
