// Installs the programs that the benchmark compares with, on first use, exactly as bench/package-lock.json says.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const benchFolder = fileURLToPath(new URL('..', import.meta.url));

export async function installPeers() {
  if (isInstalled()) return;
  console.error('Installing papaparse, uDSV and DuckDB for the benchmark (once) …');
  // npm as this Node can start it without a shell: the one that runs this script, or else the one on the PATH.
  const running = process.env['npm_execpath'];
  const [command, first] = running === undefined ? ['npm', []] : [process.execPath, [running]];
  const npm = spawn(command, [...first, 'ci', '--prefix', benchFolder], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(npm, 'close');
  if (code !== 0) throw new Error(`npm ci --prefix bench ended with ${String(code)}.`);
}

/** Whether each peer is there in the version that is asked for. */
function isInstalled() {
  const { devDependencies } = readManifest('package.json');
  return Object.entries(devDependencies ?? {}).every(([name, version]) => {
    const path = `node_modules/${name}/package.json`;
    return existsSync(new URL(`../${path}`, import.meta.url)) && readManifest(path).version === version;
  });
}

/**
 * @param {string} path
 * @returns {{ version?: string, devDependencies?: Readonly<Record<string, string>> }}
 */
function readManifest(path) {
  return JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8'));
}
