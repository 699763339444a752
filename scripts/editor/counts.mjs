// How an editor run went: the tests' own counts, and whether the run itself can be believed.
import { readFile } from 'node:fs/promises';

/** @typedef {{ passed: number, failed: number, pending: number }} Counts */

/**
 * Reads the counts that test/extension/index.ts left. A run that was cut short, or in which nothing ran, is one failure more.
 * @param {string} file
 * @param {string} cutShort what happened to the editor, as "The editor …", or nothing
 * @param {{ log?: () => string, say?: (text: string) => void }} [options] what is shown of the editor then, and where
 * @returns {Promise<Counts>}
 */
export async function countsAfter(file, cutShort, { log = () => '', say = console.error } = {}) {
  const counted = await readCounts(file);
  const nothingRan = counted.passed + counted.failed === 0 ? 'ran no test' : '';
  // The desktop edition's exit code says what the failed tests say already.
  const reason =
    counted.failed > 0 && cutShort.startsWith('ended with exit code') ? '' : cutShort || nothingRan;
  if (!reason) return counted;
  say(`The editor ${reason}.\n${log()}`.trim());
  return { ...counted, failed: counted.failed + 1 };
}

/**
 * @param {string} file
 * @returns {Promise<Counts>}
 */
async function readCounts(file) {
  try {
    const { passed, failed, pending } = JSON.parse(await readFile(file, 'utf8'));
    return { passed, failed, pending };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return { passed: 0, failed: 0, pending: 0 };
    }
    throw error;
  }
}
