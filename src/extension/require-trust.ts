import * as vscode from 'vscode';

/** Ends a command that needs a trusted workspace in one that is not: what lies in it decides where files and logins go. */
export function requireTrust(doing: string): void {
  if (vscode.workspace.isTrusted) return;
  void offerTrust(doing);
  throw new vscode.CancellationError();
}

async function offerTrust(doing: string): Promise<void> {
  const manage = 'Manage Workspace Trust';
  const chosen = await vscode.window.showErrorMessage(
    `${doing} needs a trusted workspace, because its oneroster.config.json says where files and logins go. Checking works without trust.`,
    manage,
  );
  if (chosen === manage) await vscode.commands.executeCommand('workbench.trust.manage');
}
