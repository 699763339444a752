// Writes every generated file. `--check` writes nothing, names the files that are stale, and ends with exit code 1 if there are any.
// Each module in scripts/generate/ makes one file: it exports `path`, where the file belongs, and `generate`, which returns its text.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';

/** @typedef {{ path: string, generate: () => Promise<string> }} Output */

const folder = new URL('generate/', import.meta.url);

/**
 * Makes every generated file in memory and compares it with the one on disk.
 * @returns {Promise<{ path: string, text: string }[]>} the files whose text on disk is another or missing
 */
export async function staleFiles() {
  const modules = (await readdir(folder)).filter((name) => name.endsWith('.mjs')).sort();
  const stale = [];
  for (const name of modules) {
    const { path, generate } = /** @type {Output} */ (await import(new URL(name, folder).href));
    const text = await generate();
    if (text !== (await readIfPresent(path))) stale.push({ path, text });
  }
  return stale;
}

/** @param {string} path */
async function readIfPresent(path) {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

async function main() {
  const stale = await staleFiles();
  if (process.argv.includes('--check')) {
    for (const { path } of stale) console.error(`${path} is stale: run "node scripts/generate.mjs"`);
    process.exitCode = stale.length > 0 ? 1 : 0;
    return;
  }
  for (const { path, text } of stale) {
    await writeFile(path, text);
    console.log(`${path} written`);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
