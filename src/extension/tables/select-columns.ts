import * as vscode from 'vscode';
import { columnFields } from '../../core/table-protocol';
import type { Services } from '../services';
import { nextTurn } from '../turns';
import { editorInView, noTable, placeOf } from './table-in-view';
import { say } from '../say';

/** VS Code gets slow with more cursors than these, whatever its own limit. */
const mostCursors = 10_000;
/** So many are made at a stretch. */
const atAStretch = 2000;

/** Selects the contents of the columns that the cursors are in, one selection for each field. */
export async function selectColumns(services: Services): Promise<void> {
  const editor = await editorInView(services);
  const { document } = editor;
  const { version } = document;
  const places = editor.selections.map(({ active }) => placeOf(active));
  const most = Math.min(cursorLimit(document), mostCursors);
  const fields = await services.server.askTable(columnFields, { uri: document.uri.toString(), places, most });
  if (fields === undefined || fields.total === 0) throw noTable();
  const selections = await selectionsFrom(fields.ranges);
  if (document.version !== version) return;
  editor.selections = selections;
  if (fields.total <= selections.length) return;
  void vscode.window.showWarningMessage(
    say(
      'Only the first {selected} of {total} fields are selected: VS Code keeps no more cursors. What you type now changes these alone.',
      { selected: selections.length, total: fields.total },
    ),
  );
}

function cursorLimit({ uri }: vscode.TextDocument): number {
  return vscode.workspace.getConfiguration('editor', uri).get('multiCursorLimit', mostCursors);
}

async function selectionsFrom(ranges: readonly number[]): Promise<vscode.Selection[]> {
  const selections: vscode.Selection[] = [];
  for (let at = 0; at < ranges.length; at += 4) {
    const [line = 0, character = 0, endLine = 0, endCharacter = 0] = ranges.slice(at, at + 4);
    selections.push(new vscode.Selection(line, character, endLine, endCharacter));
    if (selections.length % atAStretch === 0) await nextTurn();
  }
  return selections;
}
