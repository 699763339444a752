import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { systemCode, unwritableFile } from './file-failure';

/**
 * Writes a text file so that it is there as a whole or as it was before, whenever the power goes.
 * @param mode who may read it, as `open` takes it
 * @throws RosterError `file-unwritable`
 */
export async function writeWhole(path: string, text: string, mode = 0o666): Promise<void> {
  const part = `${path}.${randomBytes(6).toString('hex')}.part`;
  try {
    const handle = await open(part, 'wx', mode);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(part, path);
  } catch (error) {
    throw systemCode(error) === undefined ? error : unwritableFile(path, error);
  } finally {
    await rm(part, { force: true });
  }
}
