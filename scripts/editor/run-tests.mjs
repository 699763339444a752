// Runs the editor tests in a real VS Code: the server edition and a browser, so that nothing but the npm registry is needed.
// The server edition does not support Windows: there, and where there is no browser to show it in, the tests run in the desktop
// edition, which is downloaded.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openBridge } from './bridge.mjs';
import { canOpenBrowser, openBrowser } from './browser.mjs';
import { buildExtension, bundleEditorTests, installTests } from './bundle-tests.mjs';
import { countsAfter } from './counts.mjs';
import { runDesktopTests } from './desktop.mjs';
import { openEditorPage } from './editor-page.mjs';
import { copyFolder, startEditor } from './host.mjs';
import { openLifetime } from './lifetime.mjs';
import { projectFolder } from './project.mjs';

/** Milliseconds from the start of the page to that of the tests. */
const startTimeout = 120_000;

/**
 * @typedef {object} TestRun
 * @property {readonly string[]} [files] test files, relative to the project; none means all under test/extension
 * @property {import('./parts.mjs').EditorVersion} [version]
 * @property {string} [extensionPath] an extension that is not this project, and needs no build
 * @property {string} [language] the display language, such as `de`; English where it is left out
 * @property {string} [vsix] a packaged extension to test instead
 * @property {number} [timeout] milliseconds after which the run has failed
 */

/**
 * Builds the extension, opens it in an editor on a copy of test/extension/workspace, and runs the tests in its extension host.
 * A crash, a hang or a run without tests counts as one failure more; what went wrong is on standard error.
 * @param {TestRun} [run]
 * @returns {Promise<import('./counts.mjs').Counts>}
 */
export async function runEditorTests(run = {}) {
  if (process.platform === 'win32' || !(await canOpenBrowser())) return runDesktopTests(run);
  const version = run.version ?? 'latest';
  const output = join(projectFolder, 'out/editor', version);
  await rm(output, { recursive: true, force: true });
  await mkdir(output, { recursive: true });
  const counts = join(output, 'counts.json');
  const log = join(output, 'host.log');
  const lifetime = openLifetime();
  try {
    const { editor, cutShort } = await runIn(lifetime, { ...run, version, counts });
    if (lifetime.isEnding()) return { passed: 0, failed: 1, pending: 0 };
    const said = editor.log();
    await writeFile(log, said);
    return await countsAfter(counts, cutShort, {
      log: () => `Its log: ${log}\n${said.replace(/^ +at .*\n/gm, '').slice(-2_000)}`,
    });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1, pending: 0 };
  } finally {
    await lifetime.end();
  }
}

/**
 * @param {import('./lifetime.mjs').Lifetime} lifetime
 * @param {TestRun & { version: import('./parts.mjs').EditorVersion, counts: string }} run
 * @returns {Promise<{ editor: import('./host.mjs').Editor, cutShort: string }>} `cutShort` is empty if the tests ran to their end
 */
async function runIn(lifetime, run) {
  const { files = [], version, extensionPath, vsix, timeout = 1_500_000 } = run;
  /** @type {PromiseWithResolversOf<import('./bridge.mjs').Actions>} */
  const actions = withResolvers();
  /** @type {PromiseWithResolversOf<string>} */
  const ended = withResolvers();
  const [index, browser, folder, bridge] = await Promise.all([
    bundleEditorTests(`out/extension-tests/${version}`, files),
    openBrowser(lifetime),
    copyFolder(lifetime, join(projectFolder, 'test/extension/workspace')),
    openBridge(lifetime, actions.promise),
    extensionPath || vsix ? undefined : buildExtension(),
  ]);
  const tested = vsix ? { vsix } : { extensionPath: extensionPath ?? projectFolder };
  const editor = await startEditor(lifetime, {
    ...{ folder, version, ownHome: true, ...tested },
    install: (extensionsFolder) => installTests(extensionsFolder, index),
    env: {
      ONEROSTER_TEST_BRIDGE: bridge,
      ONEROSTER_TEST_COLOR: process.stdout.isTTY ? '1' : '0',
      ONEROSTER_TEST_COUNTS: run.counts,
    },
  });
  const timer = setTimeout(() => ended.resolve(`was not done after ${timeout / 1000} s`), timeout);
  void editor.exited.then((how) => ended.resolve(`lost its server (${how})`));
  browser.on('disconnected', () => ended.resolve('lost its browser'));
  let started = false;
  const startTimer = setTimeout(() => ended.resolve('did not start the tests'), startTimeout);
  try {
    const page = await openEditorPage(browser, editor.url, {
      prepare: async (fresh) => {
        fresh.on('crash', () => ended.resolve('lost its page'));
        if (run.language) await fresh.addInitScript(speaking(run.language));
      },
    });
    actions.resolve({
      ...page,
      reportStart: () => {
        clearTimeout(startTimer);
        if (started) ended.resolve('lost its extension host');
        started = true;
      },
      reportLine: (/** @type {string} */ line) => console.log(line),
      reportEnd: () => ended.resolve(''),
    });
    return { editor, cutShort: await ended.promise };
  } finally {
    clearTimeout(startTimer);
    clearTimeout(timer);
  }
}

/**
 * A script that gives the workbench a display language before it starts. Its own texts stay English, for they would come from a
 * language pack; those of extensions follow.
 * @param {string} language
 */
function speaking(language) {
  return `Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', { get: () => ${JSON.stringify(language)}, set: () => undefined });`;
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
