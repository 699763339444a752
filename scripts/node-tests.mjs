// Runs the tests that need no editor: bundles them with esbuild (npm packages stay outside) and hands them to mocha.
import { build } from 'esbuild';
import Mocha from 'mocha';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

// Two runs at once must not take each other's files away.
const outputFolder = `out/node-tests-${process.pid}`;

/**
 * @param {readonly string[]} files test files, relative to the project; none means all but the editor's own
 * @returns {Promise<{ passed: number, failed: number, pending: number }>}
 */
export async function runNodeTests(files) {
  const entryPoints = files.length > 0 ? [...files] : await findTests();
  await build({
    entryPoints,
    outdir: outputFolder,
    outbase: 'test',
    bundle: true,
    splitting: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    packages: 'external',
    sourcemap: true,
    logLevel: 'warning',
  });
  process.setSourceMapsEnabled(true);
  const mocha = new Mocha({
    timeout: 60_000,
    reporter: process.env['CI'] ? 'dot' : 'spec',
    forbidOnly: true,
  });
  for (const file of entryPoints) {
    mocha.addFile(join(outputFolder, file.replace(/^test\//, '').replace(/\.ts$/, '.mjs')));
  }
  await mocha.loadFilesAsync();
  /** @type {Mocha.Runner} */
  const runner = await new Promise((resolve) => {
    const running = mocha.run(() => resolve(running));
  });
  await rm(outputFolder, { recursive: true, force: true });
  return {
    passed: runner.stats?.passes ?? 0,
    failed: runner.stats?.failures ?? 1,
    pending: runner.stats?.pending ?? 0,
  };
}

/** All `*.test.ts` under test/, but for test/extension, which runs inside VS Code. */
async function findTests() {
  const entries = await readdir('test', { recursive: true });
  return entries
    .map((entry) => join('test', entry).replaceAll('\\', '/'))
    .filter((entry) => entry.endsWith('.test.ts') && !entry.startsWith('test/extension/'))
    .sort();
}
