import { applyEdits, modify } from 'jsonc-parser';
import * as vscode from 'vscode';
import type { Services } from '../services';
import { keepForTarget } from './move-secret';
import { secretSettings } from './secret-settings';
import { say } from '../say';

/** Says that the user's settings hold a secret, which is in plain text there and may be synchronised, and offers to move it. */
export async function warnOfUserSettings(services: Services): Promise<void> {
  for (const { name, value } of secretSettings()) {
    const move = say('Move It');
    const chosen = await vscode.window.showWarningMessage(
      say(
        'Your settings hold a secret in "{name}", in plain text. It has no effect there. Move it into VS Code\'s secret storage.',
        { name },
      ),
      move,
    );
    if (chosen !== move) continue;
    await keepForTarget(services, value);
    await removeFromUserSettings(name);
  }
}

/** Settings that nobody contributes cannot be changed but in their text. */
async function removeFromUserSettings(name: string): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.openSettingsJson');
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return;
  const { document } = editor;
  const text = document.getText();
  const formattingOptions = { insertSpaces: true, tabSize: 2 };
  const rest = applyEdits(text, modify(text, [name], undefined, { formattingOptions }));
  const all = new vscode.Range(document.positionAt(0), document.positionAt(text.length));
  await editor.edit((edit) => edit.replace(all, rest));
  await document.save();
}
