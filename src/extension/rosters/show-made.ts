import * as vscode from 'vscode';
import type { NewRosterAnswer } from '../../core/protocol';
import { counted, say } from '../say';

/** Says that the files of a roster have been written, and leads to them where they are not in view. */
export async function showMade(what: string, { folder, files }: NewRosterAnswer): Promise<void> {
  const uri = vscode.Uri.file(folder);
  const message = say('{what} is in {folder}: {files}.', {
    what,
    folder,
    files: counted(files.length, 'file'),
  });
  if (vscode.workspace.getWorkspaceFolder(uri) !== undefined) {
    void vscode.window.showInformationMessage(message);
    return;
  }
  const open = say('Open Folder');
  const chosen = await vscode.window.showInformationMessage(message, open);
  if (chosen === open)
    await vscode.commands.executeCommand('vscode.openFolder', uri, { forceNewWindow: true });
}
