import { lstat } from 'node:fs/promises';
import { systemCode } from './file-failure';

/** Whether something is at a path, be it a link that leads nowhere. What cannot be looked at is not. */
export async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return false;
  }
}
