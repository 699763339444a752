import { basename } from 'node:path';
import * as vscode from 'vscode';
import { RosterError } from '../../core/errors';
import type { Outcome } from '../../core/protocol';
import type { TableEdit, TableRequest, TextPlace, TextRange } from '../../core/table-protocol';
import type { Services } from '../services';
import { noTable, placeOf } from './table-in-view';

interface EditParams {
  readonly uri: string;
  readonly place: TextPlace;
}

/**
 * Has the server work out an edit of a whole table and makes it, as one step to be undone. The cursor stays with its record.
 * Returns whether there was something to change.
 * @throws RosterError where the table does not allow it, or was changed meanwhile
 */
export async function editTable<P extends EditParams>(
  { server }: Services,
  editor: vscode.TextEditor,
  request: TableRequest<P, Outcome<TableEdit>>,
  params: Omit<P, keyof EditParams>,
): Promise<boolean> {
  const { document } = editor;
  const { version } = document;
  const place = { uri: document.uri.toString(), place: placeOf(editor.selection.active) };
  const outcome = await server.ask(request, { ...params, ...place } as P);
  if (outcome === undefined) throw noTable();
  if (!outcome.ok) throw new RosterError(outcome.code, outcome.message, outcome.remedy);
  const { edits, place: cursor } = outcome.value;
  if (edits.length === 0) return false;
  const isMade =
    document.version === version &&
    (await editor.edit((builder) => {
      for (const { range, text } of edits) builder.replace(rangeFrom(range), text.join(''));
    }));
  if (!isMade) throw changedMeanwhile(document);
  const position = new vscode.Position(cursor.line, cursor.character);
  editor.selection = new vscode.Selection(position, position);
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  return true;
}

/** A range as VS Code has it. */
export function rangeFrom({ start, end }: TextRange): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

function changedMeanwhile({ uri }: vscode.TextDocument): RosterError {
  return new RosterError(
    'table-changed',
    `${basename(uri.fsPath)} was changed meanwhile, or cannot be written.`,
    'Nothing was done. Run the command again.',
  );
}
