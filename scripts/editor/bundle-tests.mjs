// Bundles the editor tests for the extension host: one file for each test, and an index to run them.
import { build } from 'esbuild';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { buildPrograms } from '../build.mjs';
import { exists } from './install.mjs';
import { projectFolder } from './project.mjs';

const testsFolder = 'test/extension';

/**
 * @param {string} outputFolder relative to the project; emptied first
 * @param {readonly string[]} files test files, relative to the project; none means all
 * @returns {Promise<string>} the absolute path of the index
 */
export async function bundleEditorTests(outputFolder, files) {
  const outdir = join(projectFolder, outputFolder);
  await rm(outdir, { recursive: true, force: true });
  const tests = files.length > 0 ? files : await findTests();
  await build({
    absWorkingDir: projectFolder,
    entryPoints: [
      { in: `${testsFolder}/index.ts`, out: 'index' },
      { in: `${testsFolder}/early.ts`, out: 'early' },
      { in: `${testsFolder}/early.ts`, out: 'early' },
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
  return join(outdir, 'index.js');
}

/**
 * Writes an extension that runs the tests once the editor has started. VS Code could be told of the tests in its own way
 * (extensionTestsPath), as in the desktop edition, but then it answers every modal dialog itself, unseen. Another one watches from
 * the very start where a test wants to know of that.
 * @param {string} extensionsFolder where VS Code looks for installed extensions
 * @param {string} index
 */
export async function installTests(extensionsFolder, index) {
  await installExtension(extensionsFolder, 'oneroster-editor-tests', 'onStartupFinished', index);
  const watched = join(dirname(index), 'activation.test.js');
  const early = join(dirname(index), 'early.js');
  if (await exists(watched)) await installExtension(extensionsFolder, 'oneroster-early', '*', early);
}

/**
 * @param {string} extensionsFolder
 * @param {string} name
 * @param {string} activationEvent
 * @param {string} main
 */
async function installExtension(extensionsFolder, name, activationEvent, main) {
  const folder = join(extensionsFolder, `oneroster-tools.${name}-0.0.0`);
  const manifest = {
    ...{ name, publisher: 'oneroster-tools', version: '0.0.0', engines: { vscode: '^1.100.0' } },
    main: './main.js',
    activationEvents: [activationEvent],
  };
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'main.js'), `module.exports = require(${JSON.stringify(main)});\n`);
}

/** Builds the extension as it is developed: not minified, with source maps. */
export async function buildExtension() {
  await buildPrograms({ absWorkingDir: projectFolder });
}

async function findTests() {
  const names = await readdir(join(projectFolder, testsFolder));
  return names
    .filter((name) => name.endsWith('.test.ts'))
    .sort()
    .map((name) => `${testsFolder}/${name}`);
}
