// Folders that go with a lifetime. Those of processes that were killed go with the next one.
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const pattern = /^oneroster-editor-(\d+)-/;

/**
 * Makes a new folder for temporary files.
 * @param {import('./lifetime.mjs').Lifetime} lifetime removes it
 * @returns {Promise<string>} its absolute path
 */
export async function temporaryFolder(lifetime) {
  await removeAbandoned(tmpdir(), pattern);
  const folder = await mkdtemp(join(tmpdir(), `oneroster-editor-${process.pid}-`));
  lifetime.own(() => remove(folder));
  return folder;
}

/**
 * Removes what processes that no longer run have left.
 * @param {string} parent
 * @param {RegExp} name its first group is the id of the process
 */
export async function removeAbandoned(parent, name) {
  for (const entry of await readdir(parent)) {
    const pid = name.exec(entry)?.[1];
    if (pid && !isRunning(Number(pid))) await remove(join(parent, entry));
  }
}

/** @param {string} folder */
async function remove(folder) {
  // What was just stopped may still be writing.
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
