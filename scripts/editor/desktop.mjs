// npm run test:desktop: the editor tests in the desktop VS Code, which is downloaded from its maker on first use (into .cache/desktop).
import { runTests } from '@vscode/test-electron';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildExtension, bundleEditorTests } from './bundle-tests.mjs';
import { countsAfter } from './counts.mjs';
import { copyFolder, writeSettings } from './host.mjs';
import { openLifetime } from './lifetime.mjs';
import { projectFolder } from './project.mjs';
import { temporaryFolder } from './temporary.mjs';

/**
 * Runs the tests in the desktop edition. There is no page to act on: tests that need one are pending.
 * @param {{ files?: readonly string[], version?: import('./parts.mjs').EditorVersion, extensionPath?: string }} [run]
 * @returns {Promise<import('./counts.mjs').Counts>}
 */
export async function runDesktopTests({ files = [], version = 'latest', extensionPath } = {}) {
  const output = join(projectFolder, 'out/editor/desktop');
  await rm(output, { recursive: true, force: true });
  await mkdir(output, { recursive: true });
  const counts = join(output, 'counts.json');
  const lifetime = openLifetime();
  try {
    const userDataDir = await temporaryFolder(lifetime);
    await writeSettings(userDataDir);
    if (!extensionPath) await buildExtension();
    const index = await bundleEditorTests('out/extension-tests/desktop', files);
    const folder = await copyFolder(lifetime, join(projectFolder, 'test/extension/workspace'));
    const exitCode = await runTests({
      version: version === 'lowest' ? '1.100.3' : 'stable',
      cachePath: join(projectFolder, '.cache/desktop'),
      extensionDevelopmentPath: extensionPath ?? projectFolder,
      extensionTestsPath: index,
      extensionTestsEnv: { ONEROSTER_TEST_COUNTS: counts },
      launchArgs: [
        folder,
        '--disable-extensions',
        '--disable-workspace-trust',
        '--user-data-dir',
        userDataDir,
      ],
    });
    return await countsAfter(counts, exitCode === 0 ? '' : `ended with exit code ${exitCode}`);
  } catch (error) {
    const counted = await countsAfter(counts, 'could not be started or ended early');
    console.error(explanation(error));
    return counted;
  } finally {
    await lifetime.end();
  }
}

/** @param {unknown} error */
function explanation(error) {
  const message = error instanceof Error ? error.message : String(error);
  // What test-electron throws when it cannot ask for, or cannot fetch, a version.
  if (
    !/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|fetch|download|getaddrinfo|timeout/i.test(message)
  ) {
    return message;
  }
  return (
    'The desktop VS Code could not be downloaded from update.code.visualstudio.com. ' +
    `Where only the npm registry can be reached, run "npm test": it uses the server edition. (${message})`
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { passed, failed } = await runDesktopTests({ files: process.argv.slice(2) });
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed > 0 ? 1 : 0);
}
