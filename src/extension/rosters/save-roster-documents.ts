import { basename, dirname } from 'node:path';
import * as vscode from 'vscode';
import { configFileName } from '../../core/config/config';
import { RosterError } from '../../core/errors';
import { phrase, sentence } from '../../core/text/say';
import type { RosterState } from '../../core/protocol';
import { folderOf } from './rosters';

/**
 * Saves the changed files of a roster and its configuration, because packages are made from what is on disk.
 * @throws RosterError `file-unwritable` for a file that could not be saved
 */
export async function saveRosterDocuments(roster: RosterState): Promise<void> {
  for (const { uri, save } of changedFiles()) {
    if (!belongs(uri, roster) || (await save())) continue;
    throw new RosterError(
      'file-unwritable',
      sentence('{file} has changes that could not be saved.', { file: basename(uri.fsPath) }),
      phrase('Save it, or undo the changes, and start again.'),
    );
  }
}

interface ChangedFile {
  readonly uri: vscode.Uri;
  /** Whether that was done. */
  readonly save: () => Thenable<boolean>;
}

function changedFiles(): readonly ChangedFile[] {
  const documents = vscode.workspace.textDocuments
    .filter(({ isDirty }) => isDirty)
    .map((document) => ({ uri: document.uri, save: () => document.save() }));
  const known = new Set(documents.map(({ uri }) => uri.toString()));
  return [...documents, ...changedTabs().filter(({ uri }) => !known.has(uri.toString()))];
}

/** VS Code keeps files over 50 MB from extensions: there is no document of them, but there are tabs. */
function changedTabs(): readonly ChangedFile[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .flatMap(({ isDirty, input }) => (isDirty && input instanceof vscode.TabInputText ? [input.uri] : []))
    .map((uri) => ({
      uri,
      save: async () => (await vscode.workspace.save(uri)) !== undefined,
    }));
}

function belongs(uri: vscode.Uri, roster: RosterState): boolean {
  if (uri.scheme !== 'file') return false;
  const config = roster.configUri === undefined ? undefined : vscode.Uri.parse(roster.configUri).fsPath;
  if (uri.fsPath === config) return true;
  const isFile = /\.csv$/i.test(uri.fsPath) || basename(uri.fsPath) === configFileName;
  return isFile && dirname(uri.fsPath) === folderOf(roster);
}
