// A working VS Code, without anything installed by hand: the server edition and a browser page. For tests, for `npm start`, for pictures.
import { cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { URLSearchParams } from 'node:url';
import { startServer } from './server.mjs';
import { temporaryFolder } from './temporary.mjs';

/** Unlike the page's defaults: as in a desktop VS Code, and nothing that asks, recommends or reaches out. */
const quietSettings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'git.autoRepositoryDetection': false,
  'git.openRepositoryInParentFolders': 'never',
  'http.proxySupport': 'off',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.autoDetectColorScheme': true,
  'workbench.enableExperiments': false,
  'workbench.reduceMotion': 'on',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/**
 * @typedef {object} EditorOptions
 * @property {string} folder the absolute path of the folder to open
 * @property {string} [extensionPath] the absolute path of an extension under development
 * @property {(extensionsFolder: string) => Promise<void>} [install] puts further extensions in place
 * @property {string} [vsix] the absolute path of a packaged extension to install first
 * @property {Readonly<Record<string, unknown>>} [userSettings] settings beside, or instead of, the quiet ones
 * @property {string} [userDataDir] where settings and state are kept; without one, in a temporary folder that goes with the lifetime
 * @property {import('./parts.mjs').EditorVersion} [version]
 * @property {Readonly<Record<string, string>>} [env] environment variables for the extension host
 * @property {boolean} [ownHome] whether the home and temporary folders are empty ones rather than the person's own
 */

/**
 * @typedef {object} Editor
 * @property {string} url the page's address
 * @property {() => string} log what the server has printed so far
 * @property {Promise<string>} exited settles when the server has ended, with how
 */

/**
 * Starts an editor, to be opened in any browser of this machine.
 * @param {import('./lifetime.mjs').Lifetime} lifetime stops it and removes what it leaves
 * @param {EditorOptions} options
 * @returns {Promise<Editor>}
 */
export async function startEditor(lifetime, options) {
  const run = await temporaryFolder(lifetime);
  const userDataDir = options.userDataDir ?? join(run, 'user');
  await writeSettings(userDataDir, options.userSettings);
  const extensionsDir = join(userDataDir, 'extensions');
  await mkdir(extensionsDir, { recursive: true });
  if (options.extensionPath) await linkExtension(extensionsDir, options.extensionPath);
  await options.install?.(extensionsDir);
  const version = options.version ?? 'latest';
  const env = {
    ...(await environment(run, options.ownHome ?? false)),
    // No marketplace: nothing is looked up there.
    EXTENSIONS_GALLERY: '{}',
    ...options.env,
  };
  const server = await startServer(lifetime, {
    version,
    userDataDir,
    extensionsDir,
    vsix: options.vsix,
    env,
  });
  return { url: pageAddress(server, options.folder), log: server.log, exited: server.exited };
}

/**
 * Writes a person's settings: the quiet ones, and more.
 * @param {string} userDataDir
 * @param {Readonly<Record<string, unknown>>} [settings]
 */
export async function writeSettings(userDataDir, settings) {
  await mkdir(join(userDataDir, 'User'), { recursive: true });
  await writeFile(
    join(userDataDir, 'User/settings.json'),
    JSON.stringify({ ...quietSettings, ...settings }, undefined, 2),
  );
}

/**
 * What the server gets of this process's environment: nothing of npm's, nor of a VS Code that this runs inside.
 * @param {string} run
 * @param {boolean} ownHome
 * @returns {Promise<NodeJS.ProcessEnv>}
 */
async function environment(run, ownHome) {
  const foreign = /^(?:npm_|VSCODE_|ELECTRON_|NODE_OPTIONS$|INIT_CWD$)/;
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
  if (!ownHome) return inherited;
  const home = join(run, 'home');
  const temporary = join(run, 'tmp');
  await Promise.all([mkdir(home), mkdir(temporary)]);
  // On macOS the path of the server's sockets would grow longer than the system allows.
  return { ...inherited, HOME: home, ...(process.platform === 'darwin' ? {} : { TMPDIR: temporary }) };
}

/**
 * Makes an extension under development an installed one. The page has a parameter for it (extensionDevelopmentPath), but heeds it only
 * in a mode for VS Code's own tests, in which it shows no notifications.
 * @param {string} extensionsDir
 * @param {string} extensionPath
 */
async function linkExtension(extensionsDir, extensionPath) {
  const { publisher, name, version } = JSON.parse(
    await readFile(join(extensionPath, 'package.json'), 'utf8'),
  );
  const link = join(extensionsDir, `${publisher}.${name}-${version}`);
  await rm(link, { force: true });
  await symlink(extensionPath, link, 'dir');
}

/**
 * @param {import('./server.mjs').Server} server
 * @param {string} folder
 */
function pageAddress({ port, token }, folder) {
  return `http://127.0.0.1:${port}/?${new URLSearchParams({ tkn: token, folder })}`;
}

/**
 * Copies a folder for a test or a picture to change as it likes.
 * @param {import('./lifetime.mjs').Lifetime} lifetime removes it
 * @param {string} source
 * @returns {Promise<string>} the copy's absolute path
 */
export async function copyFolder(lifetime, source) {
  const folder = join(await temporaryFolder(lifetime), basename(source));
  await cp(source, folder, { recursive: true });
  return folder;
}
