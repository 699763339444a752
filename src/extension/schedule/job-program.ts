import * as vscode from 'vscode';
import type { Services } from '../services';

/**
 * The command line in a place that stays: the extension's own folder has another name with each version. It is brought up to date
 * whenever a job is made.
 */
export async function jobProgram({ context }: Services): Promise<string> {
  const source = vscode.Uri.file(context.asAbsolutePath('dist/cli.js'));
  const place = vscode.Uri.joinPath(context.globalStorageUri, 'cli.js');
  await vscode.workspace.fs.createDirectory(context.globalStorageUri);
  await vscode.workspace.fs.copy(source, place, { overwrite: true });
  return place.fsPath;
}

/** Whether what runs extensions is VS Code's own runtime rather than Node. */
export const isElectron = process.versions['electron'] !== undefined;
