// A language client in a few lines: the server runs in this process, the protocol goes over a pipe.
import { EventEmitter, once } from 'node:events';
import { PassThrough } from 'node:stream';
import {
  createConnection,
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type ConfigurationParams,
  type Diagnostic,
  type Hover,
  type InitializeResult,
  type ProtocolConnection,
  type RegistrationParams,
  type UnregistrationParams,
} from 'vscode-languageserver/node';
import {
  rostersChanged,
  type RostersChangedParams,
  type RosterState,
  type ServerSettings,
} from '../../src/core/protocol';
import { startServer } from '../../src/server/start-server';
import { uriOf } from '../../src/server/uris';

export interface ServerClient {
  readonly connection: ProtocolConnection;
  /** The methods that the server has announced since it was started. */
  announced(): readonly string[];
  /** Gives a setting another value. */
  setSetting(name: string, value: unknown): Promise<void>;
  rosters(): readonly RosterState[];
  diagnostics(path: string): readonly Diagnostic[];
  /** Resolves when a condition holds that depends on what the server has sent; fails when it has not in time. */
  until(condition: () => boolean, what: string): Promise<void>;
  open(path: string, text: string): Promise<void>;
  /** Replaces the first occurrence of a text in an open document. */
  replace(path: string, from: string, to: string): Promise<void>;
  /** Replaces the first occurrence of a text by what an editor sends for it: a range, by lines and UTF-16 units, and the new text. */
  type(path: string, from: string, to: string): Promise<void>;
  save(path: string): Promise<void>;
  close(path: string): Promise<void>;
  changedOnDisk(path: string, kind: 'created' | 'changed' | 'deleted'): Promise<void>;
  hover(path: string, line: number, character: number): Promise<string>;
  stop(): void;
}

const kinds = { created: 1, changed: 2, deleted: 3 } as const;

/**
 * `patience` is how long a condition may take to hold, in milliseconds; `abilities` are what the editor says that it can do, `language`
 * what it says of the language.
 */
export async function startServerClient(
  folder: string,
  patience = 20_000,
  abilities: ClientCapabilities = {},
  language?: ServerSettings,
): Promise<ServerClient> {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  startServer(createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)));
  const connection = createProtocolConnection(
    new StreamMessageReader(toClient),
    new StreamMessageWriter(toServer),
  );
  const events = new EventEmitter();
  const published = new Map<string, readonly Diagnostic[]>();
  const texts = new Map<string, { readonly text: string; readonly version: number }>();
  let rosters: readonly RosterState[] = [];
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishParams) => {
    published.set(params.uri, params.diagnostics);
    events.emit('news');
  });
  connection.onNotification(rostersChanged, (params: RostersChangedParams) => {
    rosters = params.rosters;
    events.emit('news');
  });
  const settings = new Map<string, unknown>();
  const announced = answerServer(connection, settings, () => events.emit('news'));
  connection.listen();
  await connection.sendRequest<InitializeResult>('initialize', {
    processId: null,
    rootUri: null,
    ...(language === undefined ? {} : { initializationOptions: language }),
    capabilities: { ...abilities, workspace: { ...abilities.workspace, workspaceFolders: true } },
    workspaceFolders: [{ uri: uriOf(folder), name: 'test' }],
  });
  await connection.sendNotification('initialized', {});

  return {
    connection,
    announced: () => [...announced.values()],
    async setSetting(name, value) {
      settings.set(name, value);
      await connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    },
    rosters: () => rosters,
    diagnostics: (path) => published.get(uriOf(path)) ?? [],
    until: (condition, what) => until(events, condition, what, patience),
    async open(path, text) {
      texts.set(path, { text, version: 1 });
      const textDocument = { uri: uriOf(path), languageId: 'csv', version: 1, text };
      await connection.sendNotification('textDocument/didOpen', { textDocument });
    },
    async replace(path, from, to) {
      const { text = '', version = 0 } = texts.get(path) ?? {};
      const next = { text: text.replace(from, to), version: version + 1 };
      texts.set(path, next);
      await connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: uriOf(path), version: next.version },
        contentChanges: [{ text: next.text }],
      });
    },
    async type(path, from, to) {
      const { text = '', version = 0 } = texts.get(path) ?? {};
      const at = text.indexOf(from);
      if (at < 0) throw new Error(`${path} does not hold ${from}`);
      texts.set(path, { text: text.slice(0, at) + to + text.slice(at + from.length), version: version + 1 });
      const range = { start: positionAt(text, at), end: positionAt(text, at + from.length) };
      await connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: uriOf(path), version: version + 1 },
        contentChanges: [{ range, text: to }],
      });
    },
    save: (path) =>
      connection.sendNotification('textDocument/didSave', { textDocument: { uri: uriOf(path) } }),
    close: (path) =>
      connection.sendNotification('textDocument/didClose', { textDocument: { uri: uriOf(path) } }),
    changedOnDisk: (path, kind) =>
      connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: uriOf(path), type: kinds[kind] }],
      }),
    async hover(path, line, character) {
      const params = { textDocument: { uri: uriOf(path) }, position: { line, character } };
      const hover = await connection.sendRequest<Hover | null>('textDocument/hover', params);
      const contents = hover?.contents;
      return contents !== undefined && typeof contents === 'object' && 'value' in contents
        ? contents.value
        : '';
    },
    stop() {
      connection.dispose();
      toServer.destroy();
      toClient.destroy();
    },
  };
}

/** Answers what the server asks of an editor; returns what it has announced, by the ids of that. */
function answerServer(
  connection: ProtocolConnection,
  settings: ReadonlyMap<string, unknown>,
  onNews: () => void,
): ReadonlyMap<string, string> {
  const announced = new Map<string, string>();
  connection.onRequest('workspace/configuration', ({ items }: ConfigurationParams) =>
    items.map(({ section = '' }) => settings.get(section) ?? null),
  );
  connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
    for (const { id, method } of registrations) announced.set(id, method);
    onNews();
    return null;
  });
  connection.onRequest('client/unregisterCapability', ({ unregisterations }: UnregistrationParams) => {
    for (const { id } of unregisterations) announced.delete(id);
    onNews();
    return null;
  });
  return announced;
}

/** The place of an offset in a text, as the protocol counts. */
export function positionAt(
  text: string,
  offset: number,
): { readonly line: number; readonly character: number } {
  const lines = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

interface PublishParams {
  readonly uri: string;
  readonly diagnostics: readonly Diagnostic[];
}

async function until(
  events: EventEmitter,
  condition: () => boolean,
  what: string,
  patience: number,
): Promise<void> {
  const signal = AbortSignal.timeout(patience);
  while (!condition()) {
    try {
      await once(events, 'news', { signal });
    } catch (error) {
      throw new Error(`waited in vain for: ${what}`, { cause: error });
    }
  }
}
