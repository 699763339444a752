import { basename } from 'node:path';
import type { Connection } from 'vscode-languageserver/node';
import { configFileName } from '../core/config/config';
import { OpenDocument } from './open-document';
import type { OpenDocuments } from './open-documents';
import type { RosterSessions } from './roster-sessions';
import { pathOf } from './uris';

/**
 * Keeps the open documents in step with the editor. Changes are handed on as they are: putting the text of a large file together
 * anew at every keystroke, as the usual manager of documents does, would take longer than checking it.
 */
export function syncDocuments(connection: Connection, open: OpenDocuments, sessions: RosterSessions): void {
  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    const path = pathOf(uri);
    if (path === undefined) return;
    open.opened(path, new OpenDocument(uri, languageId, version, text));
    note(path);
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    const path = pathOf(uri);
    const document = path === undefined ? undefined : open.at(path);
    if (path === undefined || document === undefined) return;
    if (isCsv(path)) sessions.textEdited(path, document, contentChanges, version);
    else {
      document.change(contentChanges, version);
      note(path);
    }
  });
  connection.onDidSaveTextDocument(({ textDocument: { uri } }) => {
    const path = pathOf(uri);
    if (path === undefined) return;
    open.at(path)?.saved();
    sessions.diskChanged(path, 'changed');
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    const path = pathOf(uri);
    if (path === undefined) return;
    open.closed(path);
    note(path);
  });

  function note(path: string): void {
    if (basename(path) === configFileName) sessions.configChanged(path);
    else if (isCsv(path)) sessions.textChanged(path);
  }
}

function isCsv(path: string): boolean {
  return path.toLowerCase().endsWith('.csv');
}
