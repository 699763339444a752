import * as vscode from 'vscode';
import { RosterError } from '../../core/errors';
import { suppress, type SuppressAnswer, type SuppressedProblem } from '../../core/protocol';
import type { Services } from '../services';

/** Asks why a value is accepted, and has that written into the configuration. */
export async function ignoreWithReason({ server }: Services, problem: SuppressedProblem): Promise<void> {
  const { rule, file, field, value } = problem;
  const reason = await vscode.window.showInputBox({
    title: `Ignore ${rule} for "${value}" in ${field} of ${file}`,
    prompt: 'Why is it right as it is? The reason is for those who come later.',
    placeHolder: 'Agreed with the consumer',
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? 'A reason is needed.' : undefined),
  });
  if (reason === undefined) return;
  const params = { ...problem, reason: reason.trim() };
  const { configUri } = await server.ask<SuppressAnswer>(suppress, params);
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(configUri));
  if (await document.save()) return;
  throw new RosterError(
    'file-unwritable',
    `${document.uri.fsPath} could not be saved.`,
    'Check that it may be written.',
  );
}
