import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import type { Services } from '../services';

/** Gives work a folder of its own for a package, as a path, and removes it afterwards. */
export async function inPackageFolder(
  { context }: Services,
  work: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = vscode.Uri.joinPath(context.globalStorageUri, `package-${randomUUID()}`);
  await vscode.workspace.fs.createDirectory(folder);
  try {
    await work(folder.fsPath);
  } finally {
    await vscode.workspace.fs.delete(folder, { recursive: true });
  }
}
