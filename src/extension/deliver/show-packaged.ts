import { basename, dirname } from 'node:path';
import * as vscode from 'vscode';
import type { PackageAnswer } from '../../core/protocol';
import { formatBytes } from '../amounts';
import { counted, say } from '../say';

/** Says that a package is made, and leads to it. */
export async function showPackaged({ path, bytes, files }: PackageAnswer): Promise<void> {
  const records = files.reduce((sum, file) => sum + file.records, 0);
  const way = wayTo(vscode.Uri.file(path));
  const chosen = await vscode.window.showInformationMessage(
    say('{file} ({bytes}) is in {folder}: {files}, {records}.', {
      file: basename(path),
      bytes: formatBytes(bytes),
      folder: dirname(path),
      files: counted(files.length, 'file'),
      records: counted(records, 'record'),
    }),
    way.label,
  );
  if (chosen === way.label) await vscode.commands.executeCommand(way.command, ...way.values);
}

interface Way {
  readonly label: string;
  readonly command: string;
  readonly values: readonly unknown[];
}

/** The system's file manager shows only what is on this computer, the explorer only what is in the workspace. */
function wayTo(uri: vscode.Uri): Way {
  if (vscode.env.remoteName === undefined && vscode.env.uiKind === vscode.UIKind.Desktop)
    return { label: say('Reveal'), command: 'revealFileInOS', values: [uri] };
  if (vscode.workspace.getWorkspaceFolder(uri) !== undefined)
    return { label: say('Reveal'), command: 'revealInExplorer', values: [uri] };
  const folder = vscode.Uri.joinPath(uri, '..');
  return {
    label: say('Open Folder'),
    command: 'vscode.openFolder',
    values: [folder, { forceNewWindow: true }],
  };
}
