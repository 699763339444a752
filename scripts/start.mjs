// npm start: the main job, on the sample district, in a real VS Code, with a practice SFTP server as its target.
// `--headless` walks the same road without a person and fails if a step fails. `--server` takes the server edition of VS Code
// even where the desktop one is installed.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { buildPrograms } from './build.mjs';
import { startEditor } from './editor/host.mjs';
import { openLifetime } from './editor/lifetime.mjs';
import { projectFolder } from './editor/project.mjs';
import { openPractice } from './practice/district.mjs';
import { walkMainJob } from './practice/headless.mjs';

const headless = process.argv.includes('--headless');
const lifetime = openLifetime();
try {
  await buildPrograms({ absWorkingDir: projectFolder });
  const practice = await openPractice(
    lifetime,
    join(projectFolder, '.cache', headless ? 'headless' : 'practice'),
  );
  if (headless) {
    await walkMainJob(practice);
    console.log('\nThe main job works, from the first problem to the uploaded package.');
  } else {
    await openDistrict(practice);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await lifetime.end();
}

/** @param {import('./practice/district.mjs').Practice} practice */
async function openDistrict(practice) {
  const desktop = process.argv.includes('--server') ? undefined : desktopCommand();
  if (desktop) {
    const args = ['--new-window', `--extensionDevelopmentPath=${projectFolder}`, practice.district];
    spawn(desktop, args, { stdio: 'ignore', shell: process.platform === 'win32' });
    explain(practice, 'The sample district opens in VS Code.');
  } else {
    const editor = await startEditor(lifetime, { folder: practice.district, extensionPath: projectFolder });
    explain(practice, `The sample district is open in VS Code. Go to\n\n  ${editor.url}`);
    void editor.exited.then((how) => lifetime.isEnding() || console.log(`VS Code has ended (${how}).`));
  }
  // The lifetime ends everything at Ctrl+C.
  await once(process, 'SIGINT');
}

/** The `code` command of a desktop VS Code, if it is on the PATH. */
function desktopCommand() {
  const command = process.platform === 'win32' ? 'code.cmd' : 'code';
  try {
    execFileSync(command, ['--version'], { stdio: 'ignore', shell: process.platform === 'win32' });
    return command;
  } catch {
    return undefined;
  }
}

/**
 * @param {import('./practice/district.mjs').Practice} practice
 * @param {string} opening
 */
function explain({ url, password, inbox, fingerprint }, opening) {
  console.log(`
${opening}

A practice SFTP server is its target already:

  address   ${url}
  password  ${password}      (asked for at the first upload)
  host key  ${fingerprint}
  files     ${inbox}

Look at the Problems panel, mend what it shows (examples/README.md lists the defects), then run
"OneRoster: Package & Upload" from the command palette. Ctrl+C ends everything.
`);
}
