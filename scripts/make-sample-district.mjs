// Writes examples/: the sample district, its corrections and its page. Always the same, byte for byte.
// `--check` writes nothing and fails where a file differs; `--clean DIR [--scale N]` writes the district without its defects to DIR.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { cleanFiles, plantedDistrict } from './sample-district/planted-district.mjs';
import { readmeText } from './sample-district/readme.mjs';

/**
 * Every file of examples/, by its path inside it.
 * @returns {ReadonlyMap<string, string>}
 */
export function exampleFiles() {
  const { files, corrections } = plantedDistrict();
  return new Map([
    ['README.md', readmeText(corrections, files)],
    ['sample-district.corrections.json', `${JSON.stringify({ corrections }, undefined, 2)}\n`],
    ...[...files].map(([file, text]) => /** @type {const} */ ([`sample-district/${file}`, text])),
  ]);
}

/**
 * Compares a folder with what belongs in it.
 * @param {string} folder
 * @param {ReadonlyMap<string, string>} files
 * @returns {Promise<string[]>} what differs, is missing or does not belong there
 */
export async function staleExamples(folder, files) {
  const found = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
  /** @type {string[]} */
  const stale = found.filter((path) => !files.has(path));
  for (const [path, text] of files) {
    const same = found.includes(path) && (await readFile(join(folder, path))).equals(Buffer.from(text));
    if (!same) stale.push(path);
  }
  return stale.sort();
}

/**
 * @param {string} folder
 * @param {ReadonlyMap<string, string>} files
 */
async function writeFiles(folder, files) {
  for (const [path, text] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  console.log(`${String(files.size)} files written to ${folder}`);
}

async function main() {
  const { values } = parseArgs({
    options: { check: { type: 'boolean' }, clean: { type: 'string' }, scale: { type: 'string' } },
  });
  const scale = Number(values.scale ?? '1');
  if (!Number.isInteger(scale) || scale < 1) throw new Error('--scale takes a whole number from 1 on');
  if (values.scale !== undefined && values.clean === undefined)
    throw new Error('--scale goes with --clean DIR');
  if (values.clean !== undefined) {
    await writeFiles(values.clean, cleanFiles(scale));
    return;
  }
  const examples = fileURLToPath(new URL('../examples', import.meta.url));
  if (!values.check) {
    await rm(examples, { recursive: true, force: true });
    await writeFiles(examples, exampleFiles());
    return;
  }
  const stale = await staleExamples(examples, exampleFiles());
  for (const path of stale)
    console.error(`examples/${path} is stale: run "node scripts/make-sample-district.mjs"`);
  process.exitCode = stale.length > 0 ? 1 : 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
