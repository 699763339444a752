import * as vscode from 'vscode';
import { say } from './say';

/** Ends a command that needs a trusted workspace in one that is not: what lies in it decides where files and logins go. */
export function requireTrust(doing: string): void {
  if (vscode.workspace.isTrusted) return;
  void offerTrust(doing);
  throw new vscode.CancellationError();
}

async function offerTrust(doing: string): Promise<void> {
  const manage = say('Manage Workspace Trust');
  const chosen = await vscode.window.showErrorMessage(
    say(
      '{doing} needs a trusted workspace, because its oneroster.config.json says where files and logins go. Checking works without trust.',
      { doing },
    ),
    manage,
  );
  if (chosen === manage) await vscode.commands.executeCommand('workbench.trust.manage');
}
