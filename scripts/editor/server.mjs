// VS Code's server edition as a process: its web page, its Node extension host, its file system.
import { execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { installServer } from './parts.mjs';

const endWithParent = new URL('end-with-parent.mjs', import.meta.url).href;
const startTimeout = 60_000;

/**
 * @typedef {object} Server
 * @property {number} port
 * @property {string} token what a page's address must carry as `tkn`
 * @property {() => string} log what it has printed so far
 * @property {Promise<string>} exited settles when it has ended, with how
 */

/**
 * Starts the server on a free port of this machine only.
 * @param {import('./lifetime.mjs').Lifetime} lifetime stops it
 * @param {{ version: import('./parts.mjs').EditorVersion, userDataDir: string, extensionsDir: string, vsix?: string | undefined, env: NodeJS.ProcessEnv }} options
 * @returns {Promise<Server>}
 */
export async function startServer(lifetime, { version, userDataDir, extensionsDir, vsix, env }) {
  const { node, serverMain } = await installServer(version);
  const places = [
    ['--user-data-dir', userDataDir],
    ['--server-data-dir', join(userDataDir, 'server')],
    ['--extensions-dir', extensionsDir],
  ].flat();
  if (vsix) await promisify(execFile)(node, [serverMain, ...places, '--install-extension', vsix], { env });

  const token = randomUUID();
  const options = [...places, ...access(token)];
  const server = spawn(node, ['--import', endWithParent, serverMain, ...options], {
    env,
    stdio: ['pipe', 'pipe', 'pipe'],
    // A process group of its own: the server's children can be stopped with it.
    detached: true,
  });
  let log = '';
  for (const stream of [server.stdout, server.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => (log += text));
  }
  /** @type {Promise<string>} */
  const exited = new Promise((resolve) => {
    server.on('error', (error) => resolve(error.message));
    server.on('exit', (code, signal) => resolve(signal ? `signal ${signal}` : `exit code ${code}`));
  });
  lifetime.own(() => stopGroup(server.pid, exited));
  const port = await portFrom(server.stdout, exited, () => log);
  return { port, token, log: () => log, exited };
}

/** @param {string} token */
function access(token) {
  return [
    ...['--host', '127.0.0.1', '--port', '0', '--connection-token', token],
    ...['--accept-server-license-terms', '--disable-telemetry', '--disable-workspace-trust'],
  ];
}

/**
 * @param {import('node:stream').Readable} output
 * @param {Promise<string>} exited
 * @param {() => string} log
 * @returns {Promise<number>}
 */
function portFrom(output, exited, log) {
  return new Promise((resolve, reject) => {
    /** @param {string} reason */
    const fail = (reason) => reject(new Error(`The editor's server did not start: ${reason}.\n${log()}`));
    const timer = setTimeout(() => fail(`it was not ready after ${startTimeout / 1000} s`), startTimeout);
    const look = () => {
      const port = /Extension host agent listening on (\d+)/.exec(log())?.[1];
      if (!port) return;
      clearTimeout(timer);
      output.off('data', look);
      resolve(Number(port));
    };
    output.on('data', look);
    void exited.then((how) => {
      clearTimeout(timer);
      fail(how);
    });
  });
}

/**
 * Asks the server to stop, and stops what is left of its group.
 * @param {number | undefined} pid
 * @param {Promise<string>} exited
 */
async function stopGroup(pid, exited) {
  if (pid === undefined) return;
  signalGroup(pid, 'SIGTERM');
  const patience = setTimeout(() => signalGroup(pid, 'SIGKILL'), 3_000);
  await exited;
  clearTimeout(patience);
  signalGroup(pid, 'SIGKILL');
  while (signalGroup(pid, 0)) await new Promise((resolve) => setTimeout(resolve, 20));
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals | 0} signal
 * @returns {boolean} whether anything of the group is still there
 */
function signalGroup(pid, signal) {
  try {
    return process.kill(-pid, signal);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false;
    throw error;
  }
}
