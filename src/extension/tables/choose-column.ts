import type { TextEditor } from 'vscode';
import { tableColumns, type TableColumns } from '../../core/table-protocol';
import type { ChoiceItem } from '../input/ask';
import type { Services } from '../services';
import { noTable, placeOf } from './table-in-view';
import { say } from '../say';

/**
 * The columns of the table in an editor.
 * @throws RosterError where it is none
 */
export async function columnsIn({ server }: Services, editor: TextEditor): Promise<TableColumns> {
  const uri = editor.document.uri.toString();
  const columns = await server.askTable(tableColumns, { uri, place: placeOf(editor.selection.active) });
  if (columns === undefined || columns.columns.length === 0) throw noTable();
  return columns;
}

/** The columns of a table to choose from, each by its place. */
export function columnItems({ columns, current }: TableColumns): readonly ChoiceItem<number>[] {
  return columns.map(({ name, description }, value) => ({
    label: name === '' ? say('Column {number}', { number: String(value + 1) }) : name,
    description: value === current ? say('the cursor is here') : '',
    detail: description,
    value,
  }));
}
