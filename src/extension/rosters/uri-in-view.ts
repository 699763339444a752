import * as vscode from 'vscode';

/** The file in the active editor. VS Code keeps files over 50 MB from extensions, but not their tabs. */
export function uriInView(): vscode.Uri | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor !== undefined) return editor.document.uri;
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputText ? input.uri : undefined;
}
