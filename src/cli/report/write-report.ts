import { writeFile } from 'node:fs/promises';
import { systemCode, unwritableFile } from '../../node/file-failure';

/** Writes pieces of text to a file. Throws `file-unwritable`. */
export async function writeReport(path: string, pieces: Iterable<string>): Promise<void> {
  try {
    await writeFile(path, pieces);
  } catch (error) {
    throw systemCode(error) === undefined ? error : unwritableFile(path, error);
  }
}
