// Installs what is not among the project's own dependencies, on first use, into .cache/editor: one folder for each manifest under host/.
import { spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { removeAbandoned } from './temporary.mjs';

const manifestsFolder = fileURLToPath(new URL('host/', import.meta.url));
const cacheFolder = fileURLToPath(new URL('../../.cache/editor/', import.meta.url));
const staging = /^staging-(\d+)-/;

/**
 * Makes sure that one part is installed, from the registry and exactly as its lock file says.
 * It is made in a folder of this process and put in place in one step, so that neither an interrupted nor a
 * simultaneous installation can be mistaken for a finished one; where two finish, the first stays.
 * @param {'latest' | 'lowest' | 'playwright' | 'chromium'} part a folder under host/
 * @param {(folder: string) => Promise<void>} [complete] what is left to do in the new folder before it is put in place
 * @returns {Promise<string>} the folder that holds the part's node_modules
 */
export async function installPart(part, complete) {
  const manifest = join(manifestsFolder, part);
  const folder = join(cacheFolder, `${part}-${await fingerprint(manifest)}`);
  if (await exists(folder)) return folder;
  await mkdir(cacheFolder, { recursive: true });
  // What was interrupted.
  await removeAbandoned(cacheFolder, staging);
  const fresh = join(cacheFolder, `staging-${process.pid}-${randomUUID()}`);
  try {
    await cp(manifest, fresh, { recursive: true });
    console.error(`Installing ${part} for the editor tests (once) …`);
    await npmCi(fresh);
    await complete?.(fresh);
    await putInPlace(fresh, folder);
    await removeFormer(part, folder);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
  return folder;
}

/** @param {string} manifest */
async function fingerprint(manifest) {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`);
  for (const name of ['package.json', 'package-lock.json']) hash.update(await readFile(join(manifest, name)));
  // What completes an installation (this folder's code) is part of it.
  hash.update(await readFile(fileURLToPath(new URL('parts.mjs', import.meta.url))));
  return hash.digest('hex').slice(0, 12);
}

/** @param {string} path */
export async function exists(path) {
  return stat(path).then(
    () => true,
    (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return false;
      throw error;
    },
  );
}

/**
 * Removes what an earlier manifest had installed.
 * @param {string} part
 * @param {string} folder
 */
async function removeFormer(part, folder) {
  for (const name of await readdir(cacheFolder)) {
    const former = name.startsWith(`${part}-`) && join(cacheFolder, name) !== folder;
    if (former) await rm(join(cacheFolder, name), { recursive: true, force: true });
  }
}

/** @param {string} folder */
async function npmCi(folder) {
  const options = ['ci', '--ignore-scripts', '--include=optional', '--omit=dev', '--no-audit', '--no-fund'];
  const [command, first] = npmCommand();
  const quiet = [...first, ...options, '--engine-strict=false', '--loglevel=error'];
  const npm = spawn(command, quiet, { cwd: folder, env: outsideNpm(), stdio: ['ignore', 'pipe', 'pipe'] });
  const stop = () => void npm.kill();
  process.once('exit', stop);
  let said = '';
  for (const stream of [npm.stdout, npm.stderr])
    stream.setEncoding('utf8').on('data', (text) => (said += text));
  /** @type {number | null} */
  const exitCode = await new Promise((resolve, reject) => npm.on('error', reject).on('close', resolve));
  if (exitCode !== 0)
    throw new Error(`npm ci failed for the editor tests (exit code ${exitCode}).\n${said.trim()}`);
}

/** npm as this Node can start it without a shell: the npm that runs this script, or else the one beside this Node, or on the PATH. */
function npmCommand() {
  const running = process.env['npm_execpath'];
  if (running?.endsWith('npm-cli.js')) return /** @type {const} */ ([process.execPath, [running]]);
  if (process.platform !== 'win32') return /** @type {const} */ (['npm', []]);
  const beside = join(dirname(process.execPath), 'node_modules/npm/bin/npm-cli.js');
  return /** @type {const} */ ([process.execPath, [beside]]);
}

/** This process's environment without what `npm run` adds about the project, which is not what is installed here. */
function outsideNpm() {
  const projectOnly = /^npm_(?:package_|lifecycle_|config_local_prefix$)|^INIT_CWD$/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !projectOnly.test(name)));
}

/**
 * @param {string} fresh
 * @param {string} folder
 */
async function putInPlace(fresh, folder) {
  try {
    await rename(fresh, folder);
  } catch (error) {
    // Another process was quicker: what it put there is the same.
    if (!(await exists(folder))) throw error;
  }
}
