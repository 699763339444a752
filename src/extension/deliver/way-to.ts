import * as vscode from 'vscode';
import { say } from '../say';

/** A way to a file that is not looked at in the editor. */
export interface Way {
  readonly label: string;
  readonly go: () => Thenable<unknown>;
}

/** The system's file manager shows only what is on this computer, the explorer only what is in the workspace. */
export function wayTo(uri: vscode.Uri): Way {
  if (vscode.env.remoteName === undefined && vscode.env.uiKind === vscode.UIKind.Desktop)
    return { label: say('Reveal'), go: () => vscode.commands.executeCommand('revealFileInOS', uri) };
  if (vscode.workspace.getWorkspaceFolder(uri) !== undefined)
    return { label: say('Reveal'), go: () => vscode.commands.executeCommand('revealInExplorer', uri) };
  const folder = vscode.Uri.joinPath(uri, '..');
  const go = () => vscode.commands.executeCommand('vscode.openFolder', folder, { forceNewWindow: true });
  return { label: say('Open Folder'), go };
}
