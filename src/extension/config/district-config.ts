import { join } from 'node:path';
import { applyEdits, findNodeAtLocation, modify, parseTree } from 'jsonc-parser';
import * as vscode from 'vscode';
import { configFileName, emptyConfig, type Config } from '../../core/config/config';
import { RosterError } from '../../core/errors';
import { phrase, sentence } from '../../core/text/say';
import type { RosterState } from '../../core/protocol';
import { indentationOf } from '../../node/edit-config';
import { loadConfig } from '../../node/load-config';
import { folderOf } from '../rosters/rosters';

/** The configuration of a roster, and where it is or would be. */
export interface DistrictConfig {
  readonly path: string;
  readonly exists: boolean;
  readonly config: Config;
}

/** @throws RosterError `configuration` where it cannot be read or has a mistake */
export async function readDistrictConfig(roster: RosterState): Promise<DistrictConfig> {
  const folder = folderOf(roster);
  const loaded = await loadConfig(folder);
  if (loaded === undefined) return { path: join(folder, configFileName), exists: false, config: emptyConfig };
  const mistake = loaded.problems.find(({ severity }) => severity === 'error');
  if (mistake === undefined) return { path: loaded.path, exists: true, config: loaded.config };
  throw new RosterError(
    'configuration',
    sentence('{path} has a mistake: {message}.', { path: loaded.path, message: mistake.sentence }),
    phrase('Correct it and start again.'),
  );
}

/** A value to set at a place in the configuration; undefined takes it out. */
export interface ConfigChange {
  readonly at: readonly string[];
  readonly value: string | number | undefined;
}

/**
 * Changes single values of the configuration on disk, or makes a new one. Comments and everything else stay as they are.
 * @throws RosterError `file-unwritable`
 */
export async function changeConfig(
  { path, exists }: DistrictConfig,
  changes: readonly ConfigChange[],
): Promise<void> {
  const uri = vscode.Uri.file(path);
  if (!exists) {
    const text = applyChanges('{}', changes, '\n');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(`${text}\n`));
    return;
  }
  const document = await vscode.workspace.openTextDocument(uri);
  const text = document.getText();
  const eol = document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
  const edit = new vscode.WorkspaceEdit();
  const all = new vscode.Range(document.positionAt(0), document.positionAt(text.length));
  edit.replace(uri, all, applyChanges(text, changes, eol));
  if ((await vscode.workspace.applyEdit(edit)) && (await document.save())) return;
  throw new RosterError(
    'file-unwritable',
    sentence('{path} could not be saved.', { path }),
    phrase('Check that it may be written.'),
  );
}

function applyChanges(text: string, changes: readonly ConfigChange[], eol: string): string {
  const formattingOptions = { ...indentationOf(text), eol };
  return changes.reduce((changed, { at, value }) => {
    // What is not there cannot be taken out: the library throws.
    if (value === undefined && !isSet(changed, at)) return changed;
    return applyEdits(changed, modify(changed, [...at], value, { formattingOptions }));
  }, text);
}

function isSet(text: string, at: readonly string[]): boolean {
  const root = parseTree(text);
  return root !== undefined && findNodeAtLocation(root, [...at]) !== undefined;
}
