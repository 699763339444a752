// A browser to show the editor in: an installed Chrome, Chromium or Edge, or else one from the npm registry.
import { execFile } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { exists } from './install.mjs';
import { installChromium, loadPlaywright } from './parts.mjs';

const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge'];
const applications = ['Google Chrome', 'Chromium', 'Microsoft Edge'];

const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
];

/** @typedef {{ executable: string, env: NodeJS.ProcessEnv }} InstalledBrowser */

/**
 * Opens a browser; the environment variable CHROME_PATH names one to prefer.
 * @param {import('./lifetime.mjs').Lifetime} lifetime closes it
 * @param {{ headless?: boolean }} [options]
 * @returns {Promise<import('./playwright').Browser>}
 */
export async function openBrowser(lifetime, { headless = true } = {}) {
  const [{ chromium }, { executable, env }] = await Promise.all([loadPlaywright(), findBrowser()]);
  const isRoot = process.getuid?.() === 0;
  const browser = await chromium.launch({
    executablePath: executable,
    env,
    headless,
    args: isRoot ? [...quiet, '--no-sandbox'] : quiet,
    // The lifetime sees to the signals.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  lifetime.own(() => browser.close());
  return browser;
}

/** Whether there is a browser, or can be had, to show the editor in. */
export async function canOpenBrowser() {
  return hasPackagedBrowser() || (await findInstalled()) !== undefined;
}

/** @returns {Promise<InstalledBrowser>} */
async function findBrowser() {
  const installed = await findInstalled();
  if (installed !== undefined) return installed;
  if (hasPackagedBrowser()) return packagedBrowser();
  throw new Error(
    'No Chrome, Chromium or Edge was found to show the editor in. Install one, or name it in the environment variable CHROME_PATH.',
  );
}

/** The npm registry has a Chromium as a file for this system alone. */
function hasPackagedBrowser() {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** @returns {Promise<InstalledBrowser | undefined>} */
async function findInstalled() {
  for (const executable of candidates()) {
    if ((await exists(executable)) && (await starts(executable, process.env))) {
      return { executable, env: process.env };
    }
  }
  return undefined;
}

function candidates() {
  const preferred = process.env['CHROME_PATH'];
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const found =
    process.platform === 'darwin'
      ? applications.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)
      : names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return preferred ? [preferred, ...found] : found;
}

/**
 * Whether a browser runs here. Some systems have a placeholder in its place that only says how to install it.
 * @param {string} executable
 * @param {NodeJS.ProcessEnv} env
 */
async function starts(executable, env) {
  return promisify(execFile)(executable, ['--version'], { env, timeout: 30_000 }).then(
    () => true,
    () => false,
  );
}

/** @returns {Promise<InstalledBrowser>} */
async function packagedBrowser() {
  const { executable, libraries, fonts } = await installChromium();
  const env = (await exists('/etc/fonts/fonts.conf'))
    ? process.env
    : { ...process.env, FONTCONFIG_PATH: fonts };
  if (await starts(executable, env)) return { executable, env };
  const withLibraries = {
    ...env,
    LD_LIBRARY_PATH: [libraries, process.env['LD_LIBRARY_PATH']].filter(Boolean).join(delimiter),
  };
  if (await starts(executable, withLibraries)) return { executable, env: withLibraries };
  throw new Error(
    'The Chromium from the npm registry does not start on this system. Install Chrome, Chromium or Edge.',
  );
}
