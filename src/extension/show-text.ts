import * as vscode from 'vscode';

const scheme = 'oneroster-text';

/** Answers for the texts that `showText` shows: what they say stands in their addresses. */
export function provideShownTexts(): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: ({ query }) => query,
  });
}

/** Shows a text that nobody can change, and that nobody is asked to save. */
export async function showText(name: string, content: string, preserveFocus = false): Promise<void> {
  const uri = vscode.Uri.from({ scheme, path: `/${name.replace(/[/\\]/g, '-')}`, query: content });
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document, { preview: true, preserveFocus });
}
