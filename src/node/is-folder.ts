import { stat } from 'node:fs/promises';
import { systemCode } from './file-failure';

/** Whether a path is a folder. What cannot be looked at is none. */
export async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return false;
  }
}
