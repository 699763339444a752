import * as vscode from 'vscode';
import { findSecrets } from '../../core/delivery/find-secrets';
import { secretRule } from '../../core/delivery/secret-problem';
import { placeOf } from '../../node/find-tracked-secrets';
import { say } from '../say';

/** The quick fix for each secret at a place, in whichever file; in the configuration it fits the server's own problem. */
export function offerMoves(
  document: vscode.TextDocument,
  range: vscode.Range,
  diagnostics: readonly vscode.Diagnostic[],
): readonly vscode.CodeAction[] {
  const place = placeOf(document.fileName);
  return findSecrets(document.getText(), place).flatMap(({ kind, start, end }) => {
    const marked = new vscode.Range(document.positionAt(start), document.positionAt(end));
    const answered = diagnostics.filter(
      (each) =>
        each.source === 'OneRoster' &&
        (each.code === secretRule || place === 'configuration') &&
        each.range.intersection(marked) !== undefined,
    );
    if (answered.length === 0 || marked.intersection(range) === undefined) return [];
    const what = {
      password: say('password'),
      passphrase: say('passphrase'),
      'private-key': say('private key'),
    }[kind];
    const title = say("Move this {what} into VS Code's secret storage", { what });
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    action.diagnostics = answered;
    action.isPreferred = true;
    action.command = { title, command: 'oneroster.moveSecret', arguments: [document.uri, start] };
    return [action];
  });
}
