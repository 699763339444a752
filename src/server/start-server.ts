import {
  FileChangeType,
  TextDocumentSyncKind,
  type Connection,
  type InitializeResult,
  type WorkspaceFolder,
} from 'vscode-languageserver/node';
import { CsvScanner } from '../core/csv/scan-csv';
import { checkAgain, rostersChanged, type RostersChangedParams } from '../core/protocol';
import { registerComparing } from './comparing';
import { rosterChecked, type RosterCheckedParams } from '../core/table-protocol';
import { ConfigStore } from './config-store';
import { registerConverting } from './converting';
import { syncDocuments } from './document-sync';
import { Editor } from './editor';
import { featureCapabilities, registerFeatures } from './features/features';
import { registerMaking } from './making';
import { KeptComparisons } from './kept-comparisons';
import { OpenDocuments } from './open-documents';
import { registerJudging } from './judging';
import { registerPackaging } from './packaging';
import { registerPreview } from './preview/register-preview';
import { registerReviewing } from './reviewing';
import { RosterSessions } from './roster-sessions';
import { pathOf, uriOf } from './uris';
import { readTexts } from './read-texts';

/** Puts the server together on a connection and starts to listen. */
export function startServer(connection: Connection): void {
  const editor = new Editor(connection);
  const open = new OpenDocuments();
  const configs = new ConfigStore(open, editor.say, (uri, diagnostics) => {
    void connection.sendDiagnostics({ uri, diagnostics: [...diagnostics] });
  });
  const scanner = new CsvScanner();
  const sessions = new RosterSessions({
    documents: open,
    configs,
    scanner,
    say: editor.say,
    publish: (path, diagnostics) => {
      void connection.sendDiagnostics({
        uri: open.at(path)?.uri ?? uriOf(path),
        diagnostics: [...diagnostics],
      });
    },
    onChecked: (folder) => {
      const params: RosterCheckedParams = { rosterUri: uriOf(folder) };
      void connection.sendNotification(rosterChecked, params);
    },
    onChanged: (rosters) => {
      const params: RostersChangedParams = { rosters };
      void connection.sendNotification(rostersChanged, params);
    },
    onFailure: (error) =>
      connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error)),
  });
  registerLifecycle(connection, sessions, editor);
  syncDocuments(connection, open, sessions);
  registerFeatures(connection, sessions, editor);
  registerPackaging(connection, configs);
  const reading = { documents: open, configs, scanner, say: editor.say };
  registerPreview(connection, reading);
  const comparing = { ...reading, kept: new KeptComparisons() };
  registerComparing(connection, comparing);
  registerReviewing(connection, comparing);
  registerJudging(connection, comparing);
  registerMaking(connection);
  registerConverting(connection, configs);
  connection.onRequest(checkAgain, () => sessions.checkAll());
  connection.listen();
}

function registerLifecycle(connection: Connection, sessions: RosterSessions, editor: Editor): void {
  let folders: readonly WorkspaceFolder[] = [];
  connection.onInitialize(({ workspaceFolders, capabilities, initializationOptions }): InitializeResult => {
    folders = workspaceFolders ?? [];
    editor.greeted(capabilities);
    editor.speaks(readTexts(initializationOptions, (message) => connection.console.warn(message)));
    return {
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        ...featureCapabilities(),
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });
  connection.onInitialized(() => {
    for (const folder of folders) searchFolder(sessions, folder);
    editor.initialized();
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      for (const folder of removed) sessions.leave(pathOf(folder.uri) ?? '');
      for (const folder of added) searchFolder(sessions, folder);
    });
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri, type } of changes) {
      const path = pathOf(uri);
      if (path !== undefined) sessions.diskChanged(path, changeKind(type));
    }
  });
}

function searchFolder(sessions: RosterSessions, folder: WorkspaceFolder): void {
  const path = pathOf(folder.uri);
  if (path !== undefined) sessions.search(path);
}

function changeKind(type: FileChangeType): 'created' | 'changed' | 'deleted' {
  if (type === FileChangeType.Created) return 'created';
  return type === FileChangeType.Deleted ? 'deleted' : 'changed';
}
