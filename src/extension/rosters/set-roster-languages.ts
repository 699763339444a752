import * as vscode from 'vscode';
import type { Rosters } from './rosters';

/** The language of roster files, which brings the colours. */
export const rosterLanguage = 'oneroster';

/**
 * Gives the open files of rosters their language. Only files that have none yet, and each at most once: a language that
 * another extension or a person has chosen stays.
 */
export function setRosterLanguages(rosters: Rosters): vscode.Disposable {
  const handled = new WeakSet<vscode.TextDocument>();
  const look = (document: vscode.TextDocument) => {
    if (document.languageId === rosterLanguage) handled.add(document);
    if (document.languageId !== 'plaintext' || handled.has(document) || !isWanted(document.uri)) return;
    if (rosters.withFile(document.uri) === undefined) return;
    handled.add(document);
    void vscode.languages.setTextDocumentLanguage(document, rosterLanguage);
  };
  const lookAtAll = () => vscode.workspace.textDocuments.forEach(look);
  return vscode.Disposable.from(
    rosters.onDidChange(lookAtAll),
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('oneroster.setLanguage')) lookAtAll();
    }),
  );
}

function isWanted(uri: vscode.Uri): boolean {
  return vscode.workspace.getConfiguration('oneroster', uri).get('setLanguage', true);
}
