// Starts a language server as an editor does, and speaks its protocol.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

/**
 * @typedef {{ uri: string, diagnostics: readonly object[] }} Problems
 * @typedef {object} LanguageServer
 * @property {(provider: string) => boolean} announces whether it has announced a capability, at first or since
 * @property {(method: string, params: object) => Promise<void>} notify
 * @property {(method: string, params: object) => Promise<unknown>} request
 * @property {(uri: string) => Promise<Problems>} nextProblems resolves when the problems of a file are told next
 * @property {() => Promise<void>} checkAgain reads and checks everything; resolves when it is told
 * @property {() => Promise<void>} stop
 *
 * @param {string} path
 * @param {string} folder of the workspace
 * @param {import('../../scripts/editor/lifetime.mjs').Lifetime} lifetime whose end is the server's, too
 * @param {object} [capabilities] what the editor can do, beside having folders
 * @param {Readonly<Record<string, unknown>>} [settings] how it is set
 * @returns {Promise<LanguageServer>}
 */
export async function startLanguageServer(path, folder, lifetime, capabilities = {}, settings = {}) {
  const child = spawn(process.execPath, [path, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  lifetime.own(() => child.kill());
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  /** @type {Map<string, (problems: Problems) => void>} */
  const waiting = new Map();
  connection.onNotification('textDocument/publishDiagnostics', (/** @type {Problems} */ problems) => {
    const told = waiting.get(problems.uri);
    waiting.delete(problems.uri);
    told?.(problems);
  });
  /** @type {Set<string>} */
  const announced = new Set();
  connection.onRequest(
    'workspace/configuration',
    (/** @type {{ items: readonly { section: string }[] }} */ { items }) =>
      items.map(({ section }) => settings[section] ?? null),
  );
  connection.onRequest(
    'client/registerCapability',
    (/** @type {{ registrations: readonly { method: string }[] }} */ params) => {
      for (const { method } of params.registrations)
        announced.add(`${method.replace('textDocument/', '')}Provider`);
      return null;
    },
  );
  connection.listen();
  const answer = await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: { workspace: { workspaceFolders: true }, ...capabilities },
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'bench' }],
  });
  for (const provider of Object.keys(answer.capabilities)) announced.add(provider);
  await connection.sendNotification('initialized', {});
  return {
    announces: (provider) => announced.has(provider),
    notify: (method, params) => connection.sendNotification(method, params),
    request: (method, params) => connection.sendRequest(method, params),
    nextProblems: (uri) => new Promise((resolve) => waiting.set(uri, resolve)),
    checkAgain: () => connection.sendRequest('oneroster/checkAgain'),
    async stop() {
      connection.dispose();
      child.kill();
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
  };
}
