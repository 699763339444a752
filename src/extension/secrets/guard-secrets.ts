import * as vscode from 'vscode';
import type { Services } from '../services';
import { folderOf } from '../rosters/rosters';

/** The code of the problems that say that a secret stands where others can read it. */
export const secretCode = 'secret-in-file';

/**
 * Looks for passwords and keys in VS Code's settings and in the files that Git has beside a roster, says so, and offers to move
 * them into the keychain. Mistakes of the configuration are the server's to tell; the offer is made there as well. Nothing is
 * loaded before there is a roster.
 */
export function guardSecrets(services: Services): vscode.Disposable {
  const { rosters, log } = services;
  const problems = vscode.languages.createDiagnosticCollection('oneroster-secrets');
  let folders = '';
  let last: Promise<void> = Promise.resolve();
  const look = () => {
    last = last
      .then(async () => {
        const { lookForSecrets } = await import('./look-for-secrets');
        await lookForSecrets(services, problems);
      })
      .catch((error: unknown) => log.error('Looking for secrets failed.', String(error)));
  };
  const lookAtNew = () => {
    const now = rosters.all.map(folderOf).join('\n');
    if (now !== folders) look();
    folders = now;
  };
  return vscode.Disposable.from(
    problems,
    rosters.onDidChange(lookAtNew),
    vscode.workspace.onDidGrantWorkspaceTrust(look),
    vscode.workspace.onDidSaveTextDocument(({ fileName }) => {
      if (folders !== '' && !/\.csv$/i.test(fileName)) look();
    }),
    vscode.languages.registerCodeActionsProvider(
      { scheme: 'file' },
      {
        async provideCodeActions(document, range, { diagnostics }) {
          if (!diagnostics.some(({ source }) => source === 'OneRoster')) return [];
          const { offerMoves } = await import('./offer-moves');
          return [...offerMoves(document, range, diagnostics)];
        },
      },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
    vscode.commands.registerCommand('oneroster.moveSecret', async (uri: vscode.Uri, start: number) => {
      const { runGuarded } = await import('../run-guarded');
      const { moveSecret } = await import('./move-secret');
      await runGuarded('oneroster.moveSecret', () => moveSecret(services, uri, start), services);
    }),
  );
}
