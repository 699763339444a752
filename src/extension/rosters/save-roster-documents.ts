import { basename, dirname } from 'node:path';
import * as vscode from 'vscode';
import { configFileName } from '../../core/config/config';
import { RosterError } from '../../core/errors';
import type { RosterState } from '../../core/protocol';
import { folderOf } from './rosters';

/**
 * Saves the changed documents of a roster and its configuration, because packages are made from what is on disk.
 * @throws RosterError `file-unwritable` for a document that could not be saved
 */
export async function saveRosterDocuments(roster: RosterState): Promise<void> {
  for (const document of vscode.workspace.textDocuments) {
    if (!document.isDirty || !belongs(document, roster)) continue;
    if (await document.save()) continue;
    throw new RosterError(
      'file-unwritable',
      `${basename(document.uri.fsPath)} has changes that could not be saved.`,
      'Save it, or undo the changes, and start again.',
    );
  }
}

function belongs({ uri }: vscode.TextDocument, roster: RosterState): boolean {
  if (uri.scheme !== 'file') return false;
  const config = roster.configUri === undefined ? undefined : vscode.Uri.parse(roster.configUri).fsPath;
  if (uri.fsPath === config) return true;
  const isFile = /\.csv$/i.test(uri.fsPath) || basename(uri.fsPath) === configFileName;
  return isFile && dirname(uri.fsPath) === folderOf(roster);
}
