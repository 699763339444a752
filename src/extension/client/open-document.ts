import * as vscode from 'vscode';
import type { DidChangeTextDocumentParams } from 'vscode-languageclient/node';
import { nextTurn } from '../turns';

/** No document of the editor has this version: they count from 1. */
const versionOnDisk = 0;
/** So many lines are read at a stretch, which takes far less than a millisecond. */
const atAStretch = 2000;
/** So often reading starts anew because somebody types meanwhile. */
const patience = 3;

export interface Notifications {
  readonly open: (document: vscode.TextDocument) => Promise<void>;
  readonly change: (params: DidChangeTextDocumentParams) => Promise<void>;
}

/**
 * Tells the server of a document that is open. To the server, what is opened is what lies on disk; one with unsaved changes is
 * therefore opened under a version of its own and then changed, by nothing, to the version that it has. There are such where
 * the editor brings unsaved changes back after a restart, and where the server has been started again.
 */
export async function openDocument(
  document: vscode.TextDocument,
  { open, change }: Notifications,
): Promise<void> {
  const text = await readInTurns(document);
  if (document.isClosed) return;
  const { uri, version, isDirty } = document;
  await open({ ...document, getText: () => text, version: isDirty ? versionOnDisk : version });
  if (!isDirty) return;
  const start = { line: 0, character: 0 };
  await change({
    textDocument: { uri: uri.toString(), version },
    contentChanges: [{ range: { start, end: start }, text: '' }],
  });
}

/** The text as it is when this is done. Joining the lines of a large document at once would hold the editor. */
async function readInTurns(document: vscode.TextDocument): Promise<string> {
  for (let tries = 0; tries < patience && document.lineCount > atAStretch; tries++) {
    const { version } = document;
    const pieces: string[] = [];
    for (let line = 0; line < document.lineCount && document.version === version; line += atAStretch) {
      pieces.push(document.getText(new vscode.Range(line, 0, line + atAStretch, 0)));
      await nextTurn();
    }
    if (document.version === version) return pieces.join('');
  }
  return document.getText();
}
