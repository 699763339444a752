import { realpath } from 'node:fs/promises';

/** A path with its links followed; as it is where that cannot be done. */
export async function realPathOf(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    return path;
  }
}
