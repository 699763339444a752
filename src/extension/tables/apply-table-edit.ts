import { basename } from 'node:path';
import * as vscode from 'vscode';
import { RosterError } from '../../core/errors';
import { phrase, sentence } from '../../core/text/say';
import type { Outcome } from '../../core/protocol';
import type { TableEdit, TableRequest, TableTextEdit, TextPlace, TextRange } from '../../core/table-protocol';
import { withLateProgress } from '../input/with-late-progress';
import type { Services } from '../services';
import { nextTurn } from '../turns';
import { noTable, placeOf } from './table-in-view';
import { say } from '../say';

interface EditParams {
  readonly uri: string;
  readonly place: TextPlace;
}

/**
 * Has the server work out an edit of a whole table and makes it, as one step to be undone. The cursor stays with its record.
 * Returns whether there was something to change.
 * @throws RosterError where the table does not allow it, or was changed or the work cancelled meanwhile
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
  const outcome = await withLateProgress(
    say('Changing {file}', { file: basename(document.uri.fsPath) }),
    (_, cancellation) => server.askTable(request, { ...params, ...place } as P, cancellation),
  );
  if (outcome === undefined) throw noTable();
  if (!outcome.ok) throw new RosterError(outcome.code, outcome.sentences.message, outcome.sentences.remedy);
  const { edits, place: cursor } = outcome.value;
  if (edits.length === 0) return false;
  if (document.version !== version) throw changedMeanwhile(document);
  await makeEdits(editor, edits);
  const position = new vscode.Position(cursor.line, cursor.character);
  editor.selection = new vscode.Selection(position, position);
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  return true;
}

/** More characters than these are changed a part at a time, so that the editor has its turn in between. */
const mostAtOnce = 0x20_0000;

/** Makes edits as one step to be undone, from the last place to the first, so that those before keep theirs. */
async function makeEdits(editor: vscode.TextEditor, edits: readonly TableTextEdit[]): Promise<void> {
  const { document } = editor;
  const parts = inParts(edits);
  for (const [index, part] of parts.entries()) {
    const { version } = document;
    const stops = { undoStopBefore: index === 0, undoStopAfter: index === parts.length - 1 };
    const isMade = await editor.edit((builder) => {
      for (const { range, text } of part) builder.replace(rangeFrom(range), text.join(''));
    }, stops);
    if (!isMade) throw index === 0 ? changedMeanwhile(document) : leftHalfDone(document);
    await nextTurn();
    if (document.version !== version + 1 && !stops.undoStopAfter) throw leftHalfDone(document);
  }
}

/** The edits from the last to the first, few enough at a time. */
function inParts(edits: readonly TableTextEdit[]): readonly (readonly TableTextEdit[])[] {
  const parts: TableTextEdit[][] = [];
  let left = 0;
  for (const edit of [...edits].reverse()) {
    const length = edit.text.reduce((sum, piece) => sum + piece.length, 0);
    if (length > left) {
      parts.push([]);
      left = mostAtOnce;
    }
    parts.at(-1)?.push(edit);
    left -= length;
  }
  return parts;
}

/** A range as VS Code has it. */
export function rangeFrom({ start, end }: TextRange): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

function changedMeanwhile({ uri }: vscode.TextDocument): RosterError {
  return new RosterError(
    'table-changed',
    sentence('{file} was changed meanwhile, or cannot be written.', { file: basename(uri.fsPath) }),
    phrase('Nothing was done. Run the command again.'),
  );
}

function leftHalfDone({ uri }: vscode.TextDocument): RosterError {
  return new RosterError(
    'table-changed',
    sentence('{file} was changed while its records were put in their places.', {
      file: basename(uri.fsPath),
    }),
    phrase('Undo until it is as it was, and run the command again.'),
  );
}
