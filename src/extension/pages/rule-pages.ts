import * as vscode from 'vscode';
import type { Services } from '../services';

/** Pages of rules in the language of the editor: `oneroster-page:/rules/<rule>.md`, beside one another, so that their links lead on. */
const scheme = 'oneroster-page';

/** Answers for the pages of rules in the language of the editor. */
export function provideRulePages(services: Pick<Services, 'context' | 'log'>): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: async ({ path }) => {
      const [, rule] = /^\/rules\/([a-z0-9-]+)\.md$/.exec(path) ?? [];
      if (rule === undefined) return '';
      const { composeRulePage } = await import('./compose-rule-page');
      return composeRulePage(englishPage(services, rule), services.log);
    },
  });
}

/** Shows what a rule means. English pages are shown as they are. */
export async function showRulePage({ context }: Services, rule: string): Promise<void> {
  const page =
    vscode.l10n.uri === undefined
      ? englishPage({ context }, rule)
      : vscode.Uri.from({ scheme, path: `/rules/${rule}.md` });
  await vscode.commands.executeCommand('markdown.showPreview', page);
}

function englishPage({ context }: Pick<Services, 'context'>, rule: string): vscode.Uri {
  return vscode.Uri.joinPath(context.extensionUri, 'docs', 'rules', `${rule}.md`);
}
