// Bundles the editor tests for the extension host: one file for each test, and an index to run them. The folder they are put in is an
// extension itself, because VS Code refuses all dialogs (answers them unseen) where it is told of tests in its own way.
import { build } from 'esbuild';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { projectFolder } from './project.mjs';

const manifest = {
  name: 'oneroster-editor-tests',
  publisher: 'oneroster-tools',
  version: '0.0.0',
  engines: { vscode: '*' },
  main: './index.js',
  activationEvents: ['onStartupFinished'],
};

const testsFolder = 'test/extension';

/**
 * @param {string} outputFolder relative to the project; emptied first
 * @param {readonly string[]} files test files, relative to the project; none means all
 * @returns {Promise<string>} the absolute path of the output folder
 */
export async function bundleEditorTests(outputFolder, files) {
  const outdir = join(projectFolder, outputFolder);
  await rm(outdir, { recursive: true, force: true });
  const tests = files.length > 0 ? files : await findTests();
  await build({
    absWorkingDir: projectFolder,
    entryPoints: [
      { in: `${testsFolder}/index.ts`, out: 'index' },
      ...tests.map((file) => ({ in: file, out: basename(file, '.ts') })),
    ],
    outdir,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
    // Mocha loads its parts by name, and comes from the project's node_modules.
    external: ['vscode', 'mocha', 'cpu-features', '*.node'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  await writeFile(join(outdir, 'package.json'), JSON.stringify(manifest));
  return outdir;
}

async function findTests() {
  const names = await readdir(join(projectFolder, testsFolder));
  return names
    .filter((name) => name.endsWith('.test.ts'))
    .sort()
    .map((name) => `${testsFolder}/${name}`);
}
