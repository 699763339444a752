// The place to practise: a copy of the sample district, and an SFTP server of one's own as its target.
import { build } from 'esbuild';
import { randomBytes } from 'node:crypto';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectFolder } from '../editor/project.mjs';

/**
 * @typedef {object} Practice
 * @property {string} district the roster folder
 * @property {string} inbox the folder that the SFTP server shows
 * @property {string} url
 * @property {string} password
 * @property {string} fingerprint of the server's host key
 */

const user = 'district';

/**
 * Copies the sample district into `folder`, starts the practice server and makes it the district's target.
 * @param {import('../editor/lifetime.mjs').Lifetime} lifetime stops the server
 * @param {string} folder emptied first
 * @returns {Promise<Practice>}
 */
export async function openPractice(lifetime, folder) {
  const district = join(folder, 'sample-district');
  const inbox = join(folder, 'sftp-inbox');
  await rm(folder, { recursive: true, force: true });
  await mkdir(inbox, { recursive: true });
  await cp(join(projectFolder, 'examples/sample-district'), district, { recursive: true });
  const password = randomBytes(9).toString('base64url');
  const { startPracticeServer } = await loadPracticeServer(lifetime);
  const server = await startPracticeServer({ folder: inbox, user, password });
  lifetime.own(() => server.stop());
  const config = {
    profile: 'incident-iq',
    targets: {
      practice: { url: server.url, hostKey: server.hostKeyFingerprint, authentication: 'password' },
    },
    defaultTarget: 'practice',
  };
  await writeFile(join(district, 'oneroster.config.json'), `${JSON.stringify(config, undefined, 2)}\n`);
  return { district, inbox, url: server.url, password, fingerprint: server.hostKeyFingerprint };
}

/**
 * The server is TypeScript and shared with the tests, so it is bundled before it is loaded.
 * @param {import('../editor/lifetime.mjs').Lifetime} lifetime
 * @returns {Promise<typeof import('../../test/support/practice-server')>}
 */
async function loadPracticeServer(lifetime) {
  const outfile = join(projectFolder, `out/practice-server-${process.pid}.mjs`);
  await build({
    absWorkingDir: projectFolder,
    entryPoints: ['test/support/practice-server.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
  });
  lifetime.own(() => rm(outfile, { force: true }));
  return import(pathToFileURL(outfile).href);
}
