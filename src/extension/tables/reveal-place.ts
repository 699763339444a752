import * as vscode from 'vscode';
import { fieldPlace, type FieldPlaceParams } from '../../core/table-protocol';
import type { Services } from '../services';
import { rangeFrom } from './apply-table-edit';

export interface RevealOptions {
  /** Where the file is opened if no group shows it. */
  readonly otherwise: vscode.ViewColumn;
  /** Leaves the focus where it is. */
  readonly preserveFocus: boolean;
}

/** Opens a file at a record or a field of it, also one that is too large for extensions. */
export async function revealPlace(
  { server }: Services,
  uri: vscode.Uri,
  place: Omit<FieldPlaceParams, 'uri'>,
  { otherwise, preserveFocus }: RevealOptions,
): Promise<void> {
  const found = await server.askTable(fieldPlace, { ...place, uri: uri.toString() });
  if (found === undefined || found === null) return;
  const range = rangeFrom(found);
  // A record as a whole is pointed at; only a field is selected.
  const selection = place.column === undefined ? new vscode.Range(range.start, range.start) : range;
  const options: vscode.TextDocumentShowOptions = {
    selection,
    preserveFocus,
    viewColumn: groupOf(uri) ?? otherwise,
  };
  await vscode.commands.executeCommand('vscode.open', uri, options);
}

/** The group of editors in which a file is open. */
function groupOf(uri: vscode.Uri): vscode.ViewColumn | undefined {
  const groups = vscode.window.tabGroups.all.filter(({ tabs }) =>
    tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString()),
  );
  return (groups.find(({ isActive }) => isActive) ?? groups[0])?.viewColumn;
}
