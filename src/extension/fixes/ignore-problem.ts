import * as vscode from 'vscode';
import { RosterError } from '../../core/errors';
import { phrase, sentence } from '../../core/text/say';
import { suppress, type SuppressAnswer, type SuppressedProblem } from '../../core/protocol';
import type { Services } from '../services';
import { say } from '../say';

/** Asks why a value is accepted, and has that written into the configuration. */
export async function ignoreWithReason({ server }: Services, problem: SuppressedProblem): Promise<void> {
  const { rule, file, field, value } = problem;
  const reason = await vscode.window.showInputBox({
    title: say('Ignore {rule} for "{value}" in {field} of {file}', { rule, value, field, file }),
    prompt: say('Why is it right as it is? The reason is for those who come later.'),
    placeHolder: say('Agreed with the consumer'),
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? say('A reason is needed.') : undefined),
  });
  if (reason === undefined) return;
  const params = { ...problem, reason: reason.trim() };
  const { configUri } = await server.ask<SuppressAnswer>(suppress, params);
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(configUri));
  if (await document.save()) return;
  throw new RosterError(
    'file-unwritable',
    sentence('{file} could not be saved.', { file: document.uri.fsPath }),
    phrase('Check that it may be written.'),
  );
}
