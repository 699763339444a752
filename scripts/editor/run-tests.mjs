// Runs the editor tests in a real VS Code: the server edition and a browser, so that nothing but the npm registry is needed.
// The server edition does not support Windows: there the tests run in the desktop edition, which is downloaded.
import { build } from 'esbuild';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleOptions } from '../build.mjs';
import { openBridge } from './bridge.mjs';
import { openBrowser } from './browser.mjs';
import { bundleEditorTests } from './bundle-tests.mjs';
import { runDesktopTests } from './desktop.mjs';
import { openEditorPage } from './editor-page.mjs';
import { copyFolder, startEditor } from './host.mjs';
import { openLifetime } from './lifetime.mjs';
import { projectFolder } from './project.mjs';

/** @typedef {{ passed: number, failed: number, pending: number }} Counts */

/**
 * @typedef {object} TestRun
 * @property {readonly string[]} [files] test files, relative to the project; none means all under test/extension
 * @property {import('./parts.mjs').EditorVersion} [version]
 * @property {string} [extensionPath] an extension that is not this project, and needs no build
 * @property {string} [vsix] a packaged extension to test instead
 * @property {number} [timeout] milliseconds after which the run has failed
 */

/**
 * Builds the extension, opens it in an editor on a copy of test/extension/workspace, and runs the tests in its extension host.
 * A crash, a hang or a run without tests counts as one failure more; what went wrong is on standard error.
 * @param {TestRun} [run]
 * @returns {Promise<Counts>}
 */
export async function runEditorTests(run = {}) {
  if (process.platform === 'win32') return runDesktopTests(run);
  const version = run.version ?? 'latest';
  const output = join(projectFolder, 'out/editor', version);
  await rm(output, { recursive: true, force: true });
  await mkdir(output, { recursive: true });
  const record = { counts: join(output, 'counts.json'), log: join(output, 'host.log') };
  const lifetime = openLifetime();
  try {
    const ending = await runIn(lifetime, { ...run, version }, record);
    return await countsAfter(ending, record);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1, pending: 0 };
  } finally {
    await lifetime.end();
  }
}

/**
 * @param {import('./lifetime.mjs').Lifetime} lifetime
 * @param {TestRun & { version: import('./parts.mjs').EditorVersion }} run
 * @param {{ counts: string, log: string }} record
 * @returns {Promise<string>} what cut it short; empty if the tests ran to their end
 */
async function runIn(lifetime, run, record) {
  const { files = [], version, extensionPath, vsix, timeout = 600_000 } = run;
  /** @type {PromiseWithResolversOf<import('./bridge.mjs').Actions>} */
  const actions = withResolvers();
  /** @type {PromiseWithResolversOf<string>} */
  const ended = withResolvers();
  const [tests, browser, folder, bridge] = await Promise.all([
    bundleEditorTests(`out/extension-tests/${version}`, files),
    openBrowser(lifetime),
    copyFolder(lifetime, join(projectFolder, 'test/extension/workspace')),
    openBridge(lifetime, actions.promise),
    extensionPath || vsix ? undefined : buildExtension(),
  ]);
  const tested = vsix ? { vsix } : {};
  const editor = await startEditor(lifetime, {
    ...{ folder, version, ownHome: true, ...tested },
    extensionPaths: vsix ? [tests] : [extensionPath ?? projectFolder, tests],
    env: {
      ONEROSTER_TEST_BRIDGE: bridge,
      ONEROSTER_TEST_COLOR: process.stdout.isTTY ? '1' : '0',
      ONEROSTER_TEST_COUNTS: record.counts,
    },
  });
  const timer = setTimeout(() => ended.resolve(`was not done after ${timeout / 1000} s`), timeout);
  void editor.exited.then((how) => ended.resolve(`lost its server (${how})`));
  browser.on('disconnected', () => ended.resolve('lost its browser'));
  try {
    const page = await openEditorPage(browser, editor.url, {
      prepare: async (fresh) => fresh.on('crash', () => ended.resolve('lost its page')),
    });
    actions.resolve({
      ...page,
      reportLine: (/** @type {string} */ line) => console.log(line),
      reportEnd: () => ended.resolve(''),
    });
    return await ended.promise;
  } finally {
    clearTimeout(timer);
    await writeFile(record.log, editor.log());
  }
}

async function buildExtension() {
  await build({ ...bundleOptions(), absWorkingDir: projectFolder });
}

/**
 * @param {string} ending
 * @param {{ counts: string, log: string }} record
 * @returns {Promise<Counts>}
 */
async function countsAfter(ending, { counts, log }) {
  const counted = await readFile(counts, 'utf8').then(
    (text) => /** @type {Counts} */ (JSON.parse(text)),
    () => ({ passed: 0, failed: 0, pending: 0 }),
  );
  const none = counted.passed + counted.failed + counted.pending === 0 ? 'ran no test' : '';
  const reason = ending || none;
  if (!reason) return counted;
  console.error(`The editor ${reason}. Its log: ${log}\n${(await readFile(log, 'utf8')).slice(-4_000)}`);
  return { ...counted, failed: counted.failed + 1 };
}

/**
 * @template T
 * @typedef {{ promise: Promise<T>, resolve: (value: T) => void }} PromiseWithResolversOf
 */

/**
 * @template T
 * @returns {PromiseWithResolversOf<T>}
 */
function withResolvers() {
  /** @type {(value: T) => void} */
  let resolve = () => undefined;
  /** @type {Promise<T>} */
  const promise = new Promise((settle) => (resolve = settle));
  return { promise, resolve };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const lowest = process.argv.includes('--lowest');
  const files = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
  const { passed, failed } = await runEditorTests({ files, version: lowest ? 'lowest' : 'latest' });
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed > 0 ? 1 : 0);
}
