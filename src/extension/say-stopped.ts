import * as vscode from 'vscode';
import type { CommandId } from './command-ids';
import { say } from './say';

/** Says that rosters are not checked any more, and how they can be. */
export async function sayStopped(): Promise<void> {
  const buttons: readonly { readonly label: string; readonly command: CommandId }[] = [
    { label: say('Check Again'), command: 'oneroster.checkAgain' },
    { label: say('Show Log'), command: 'oneroster.showLog' },
  ];
  const chosen = await vscode.window.showErrorMessage(
    say('Rosters are not checked any more: the process that does it has ended several times in a row.'),
    ...buttons.map(({ label }) => label),
  );
  const button = buttons.find(({ label }) => label === chosen);
  if (button !== undefined) await vscode.commands.executeCommand(button.command);
}
