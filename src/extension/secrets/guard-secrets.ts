import { basename, sep } from 'node:path';
import * as vscode from 'vscode';
import { configFileName } from '../../core/config/config';
import { secretRule } from '../../core/delivery/secret-problem';
import type { Services } from '../services';
import { loadDelivery } from '../load-delivery';
import { folderOf } from '../rosters/rosters';
import { secretSettings } from './secret-settings';

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
  let hasWarned = false;
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
    if (now === '' || hasWarned) return;
    // Once: whoever does not want to move it knows.
    hasWarned = true;
    if (secretSettings().length > 0) void warn(services);
  };
  return vscode.Disposable.from(
    problems,
    rosters.onDidChange(lookAtNew),
    vscode.workspace.onDidGrantWorkspaceTrust(look),
    vscode.workspace.onDidSaveTextDocument(({ fileName }) => {
      const isBeside = rosters.all.some((roster) => fileName.startsWith(folderOf(roster) + sep));
      if (!/\.csv$/i.test(fileName) && (isBeside || basename(fileName) === 'settings.json')) look();
    }),
    offerQuickFixes(),
    vscode.commands.registerCommand('oneroster.moveSecret', (uri: vscode.Uri, start: number) =>
      move(services, uri, start),
    ),
  );
}

function offerQuickFixes(): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    { scheme: 'file' },
    {
      async provideCodeActions(document, range, { diagnostics }) {
        // Not for the problems of a roster's files, which are large.
        const isOurs = basename(document.fileName) === configFileName;
        if (!isOurs && !diagnostics.some(({ code }) => code === secretRule)) return [];
        const { offerMoves } = await import('./offer-moves');
        return [...offerMoves(document, range, diagnostics)];
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );
}

async function move(services: Services, uri: vscode.Uri, start: number): Promise<void> {
  const { runGuarded } = await import('../run-guarded');
  await loadDelivery();
  const { moveSecret } = await import('./move-secret');
  await runGuarded('oneroster.moveSecret', () => moveSecret(services, uri, start), services);
}

async function warn(services: Services): Promise<void> {
  const { runGuarded } = await import('../run-guarded');
  await loadDelivery();
  const { warnOfUserSettings } = await import('./warn-of-user-settings');
  await runGuarded('oneroster.moveSecret', warnOfUserSettings, services);
}
