// Writes every generated file. `--check` writes nothing, names the files that are stale, and ends with exit code 1 if there are any.
// Each module in scripts/generate/ makes one file: it exports `path`, where the file belongs, and `generate`, which returns its text.
// One that makes several exports `generateAll` instead, which returns them all.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';

/**
 * @typedef {{ path: string, text: string }} GeneratedFile
 * @typedef {{ path: string, generate: () => Promise<string> }} SingleOutput
 * @typedef {{ generateAll: () => Promise<GeneratedFile[]> }} SeveralOutputs
 */

const folder = new URL('generate/', import.meta.url);

/**
 * Makes every generated file in memory and compares it with the one on disk.
 * @returns {Promise<GeneratedFile[]>} the files whose text on disk is another or missing
 */
export async function staleFiles() {
  const modules = (await readdir(folder)).filter((name) => name.endsWith('.mjs')).sort();
  const stale = [];
  for (const name of modules) {
    for (const { path, text } of await filesOf(await import(new URL(name, folder).href))) {
      if (text !== (await readIfPresent(path))) stale.push({ path, text });
    }
  }
  return stale;
}

/** @param {SingleOutput | SeveralOutputs} module */
async function filesOf(module) {
  return 'generateAll' in module
    ? module.generateAll()
    : [{ path: module.path, text: await module.generate() }];
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
