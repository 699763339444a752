import * as vscode from 'vscode';
import type { Services } from '../services';

/**
 * Pages of rules and profiles in the language of the editor: `oneroster-page:/rules/<rule>.md`, beside one another as in `docs`, so that
 * their links lead on.
 */
const scheme = 'oneroster-page';

/** Answers for the pages of rules and profiles in the language of the editor. */
export function providePages({ context, log }: Pick<Services, 'context' | 'log'>): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: async ({ path }) => {
      if (!/^\/(?:rules|profiles)\/[A-Za-z0-9-]+\.md$/.test(path)) return '';
      const { composePage } = await import('./compose-page');
      return composePage(englishPage(context, path), log);
    },
  });
}

/** Shows what a rule means. */
export async function showRulePage(rule: string): Promise<void> {
  const page = vscode.Uri.from({ scheme, path: `/rules/${rule}.md` });
  await vscode.commands.executeCommand('markdown.showPreview', page);
}

function englishPage({ extensionUri }: vscode.ExtensionContext, path: string): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, 'docs', path);
}
