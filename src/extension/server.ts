import * as vscode from 'vscode';
import { LanguageClient, RevealOutputChannelOn, TransportKind } from 'vscode-languageclient/node';
import {
  checkAgain,
  packageProgress,
  packageRoster,
  rostersChanged,
  type Outcome,
  type PackageAnswer,
  type PackageParams,
  type PackageProgressParams,
  type RostersChangedParams,
} from '../core/protocol';

/** The language server, as far as the editor's side asks it for more than the protocol's own features. */
export interface Server {
  /** Resolves when the server answers; rejects where it cannot be started. */
  readonly started: Promise<void>;
  /** Reads and checks everything again; resolves when that is published. */
  checkAgain(): Promise<void>;
  package(
    params: Omit<PackageParams, 'token'>,
    onProgress: (progress: PackageProgressParams) => void,
    cancellation: vscode.CancellationToken,
  ): Promise<Outcome<PackageAnswer>>;
  dispose(): void;
}

/** Starts the server in a process of its own. */
export function startServer(
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
  onRosters: (params: RostersChangedParams) => void,
): Server {
  const watchers = watchFiles();
  const client = createClient(context.asAbsolutePath('dist/server.js'), log, watchers);
  client.onNotification(rostersChanged, onRosters);
  const started = client.start();
  // Whoever needs the server awaits `started` and shows the failure; the log has it in any case.
  started.catch((error: unknown) => log.error('The language server did not start.', String(error)));
  let requests = 0;

  return {
    started,
    async checkAgain() {
      await started;
      await client.sendRequest(checkAgain);
    },
    async package(params, onProgress, cancellation) {
      await started;
      const token = String(++requests);
      const listener = client.onNotification(packageProgress, (progress: PackageProgressParams) => {
        if (progress.token === token) onProgress(progress);
      });
      try {
        return await client.sendRequest<Outcome<PackageAnswer>>(
          packageRoster,
          { ...params, token },
          cancellation,
        );
      } finally {
        listener.dispose();
      }
    },
    dispose() {
      for (const watcher of watchers) watcher.dispose();
      // The editor does not wait for it, and there is nothing to lose: the server keeps nothing.
      void client.dispose().catch(() => undefined);
    },
  };
}

function createClient(
  module: string,
  log: vscode.LogOutputChannel,
  fileEvents: vscode.FileSystemWatcher[],
): LanguageClient {
  return new LanguageClient(
    'oneroster',
    'OneRoster',
    { module, transport: TransportKind.ipc },
    {
      // By name and not by language: another extension may have given a CSV file a language of its own.
      documentSelector: [
        { scheme: 'file', pattern: '**/*.{csv,CSV}' },
        { scheme: 'file', pattern: '**/oneroster.config.json' },
      ],
      synchronize: { fileEvents },
      outputChannel: log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      middleware: {
        workspace: {
          didChangeWatchedFile: async (event, next) => {
            if (!isVersionControl(event.uri)) await next(event);
          },
        },
      },
    },
  );
}

/** A folder that comes or goes is reported only as itself, so every creation and deletion counts. */
function watchFiles(): vscode.FileSystemWatcher[] {
  return [
    vscode.workspace.createFileSystemWatcher('**/*.{csv,CSV}', true, false, true),
    vscode.workspace.createFileSystemWatcher('**/oneroster.{config,baseline}.json', true, false, true),
    vscode.workspace.createFileSystemWatcher('**/*', false, true, false),
  ];
}

function isVersionControl(uri: string): boolean {
  return /\/(?:\.git|\.svn|\.hg|node_modules)\//.test(uri);
}
