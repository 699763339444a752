import * as vscode from 'vscode';
import {
  CloseAction,
  DidChangeTextDocumentNotification,
  ErrorAction,
  LanguageClient,
  LSPErrorCodes,
  PublishDiagnosticsNotification,
  ResponseError,
  RevealOutputChannelOn,
  type DidChangeTextDocumentParams,
  type LanguageClientOptions,
  type MessageSignature,
} from 'vscode-languageclient/node';
import { RosterError } from '../../core/errors';
import { phrase } from '../../core/text/say';
import { textFile } from '../../core/text/text-files';
import { packageProgress, rostersChanged, type ServerSettings } from '../../core/protocol';
import { rosterChecked } from '../../core/table-protocol';
import { nextTurn } from '../turns';
import { isVersionControl } from './file-watchers';
import { openDocument } from './open-document';
import type { ServerProcess, ServerProcessOptions } from './server-process';
import { spawnServer, type SpawnedServer } from './spawn-server';

/** Starts the server in a process of its own; rejects where it does not come to answer. */
export async function launchServer(options: ServerProcessOptions): Promise<ServerProcess> {
  const server = await spawnServer(options.module, options.log);
  // None of these steps is cheap: the editor has its turn between them.
  await nextTurn();
  const over = new AbortController();
  const client = createClient(server, options, () => over.abort());
  over.signal.addEventListener('abort', () => server.kill());
  listen(client, options);
  await nextTurn();
  try {
    await start(client);
    over.signal.throwIfAborted();
  } catch (error) {
    server.kill();
    throw error;
  }
  const ended = new Promise<void>((resolve) => over.signal.addEventListener('abort', () => resolve()));
  const failed = ended.then(() => Promise.reject(endedEarly()));
  failed.catch(() => undefined);
  return {
    ended,
    async request<T>(method: string, params?: object, cancellation?: vscode.CancellationToken): Promise<T> {
      try {
        return await Promise.race([client.sendRequest<T>(method, params, cancellation), failed]);
      } catch (error) {
        throw over.signal.aborted ? endedEarly() : error;
      }
    },
    async stop() {
      await client.dispose();
      server.kill();
    },
  };
}

async function start(client: LanguageClient): Promise<void> {
  const started = client.start();
  // Where the server ends meanwhile, the library forgets its own promise of this, which is then rejected: somebody has to have it.
  client.start().catch(() => undefined);
  await started;
}

function endedEarly(): RosterError {
  return new RosterError(
    'connection-lost',
    phrase('The process that checks rosters ended before it was done.'),
    phrase('It is being started again: wait for the problems to be shown, and do this once more.'),
  );
}

function listen(client: LanguageClient, options: ServerProcessOptions): void {
  const { onRosters, onChecked, onProblems, onProgress } = options;
  const { protocol2CodeConverter: converter } = client;
  client.onNotification(rostersChanged, onRosters);
  client.onNotification(rosterChecked, onChecked);
  client.onNotification(packageProgress, onProgress);
  // In the place of the library's own handler, which holds the editor while it converts many.
  client.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) => {
    onProblems({
      uri: converter.asUri(uri),
      diagnostics,
      convert: (diagnostic) => converter.asDiagnostic(diagnostic),
    });
  });
}

/** The library's words go to the log; what people are told, and starting again, is seen to elsewhere. */
class Client extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }

  /** A refusal is shown to the person who asked, and may quote the roster: it is nothing for the log. */
  override handleFailedRequest<T>(
    type: MessageSignature,
    token: vscode.CancellationToken | undefined,
    error: unknown,
    fallback: T,
    ...rest: [showNotification?: boolean, throwOnCancel?: boolean]
  ): T {
    if (error instanceof ResponseError && error.code === LSPErrorCodes.RequestFailed) throw error;
    return super.handleFailedRequest(type, token, error, fallback, ...rest);
  }

  /** The library stops a client also after its server has ended, and then leaves the failure to nobody. */
  override async stop(timeout?: number): Promise<void> {
    await super.stop(timeout).catch((error: unknown) => this.debug('Stopping failed.', error, false));
  }
}

/** English needs no texts. What the facts say stands beside the texts that VS Code has read, which would hold the editor with them. */
function settings(): ServerSettings {
  const { uri } = vscode.l10n;
  if (uri === undefined) return {};
  const texts = uri.fsPath;
  return { language: vscode.env.language, texts, facts: textFile(texts, 'facts') };
}

function createClient(
  { transports }: SpawnedServer,
  { log, watchers }: ServerProcessOptions,
  onEnd: () => void,
): LanguageClient {
  const clientOptions: LanguageClientOptions = {
    // By name and not by language: another extension may have given a CSV file a language of its own.
    documentSelector: [
      { scheme: 'file', pattern: '**/*.{csv,CSV}' },
      { scheme: 'file', pattern: '**/oneroster.config.json' },
    ],
    synchronize: { fileEvents: watchers },
    initializationOptions: settings(),
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationFailedHandler: () => false,
    errorHandler: {
      // A broken connection ends by itself.
      error: () => ({ action: ErrorAction.Continue }),
      closed: () => {
        onEnd();
        return { action: CloseAction.DoNotRestart, message: 'The connection to the server has ended.' };
      },
    },
    middleware: {
      didOpen: (document, open) => openDocument(document, { open, change }),
      workspace: {
        didChangeWatchedFile: async (event, next) => {
          if (!isVersionControl(event.uri)) await next(event);
        },
      },
    },
  };
  const client = new Client('oneroster', 'OneRoster', () => Promise.resolve(transports), clientOptions);
  const change = (params: DidChangeTextDocumentParams) =>
    client.sendNotification(DidChangeTextDocumentNotification.type, params);
  return client;
}
