import type { Connection } from 'vscode-languageserver/node';
import { contentRange } from '../../core/csv/field';
import { CsvScanner } from '../../core/csv/scan-csv';
import { linesOf } from '../../core/csv/scan-lines';
import { applyEdits, type ByteEdit } from '../../core/edits/byte-edit';
import { fieldAt, type FieldPlace } from '../../core/features/place-at';
import type { Table } from '../../core/model/table';
import type { Outcome } from '../../core/protocol';
import { insertColumn as insertInto } from '../../core/table-edits/insert-column';
import { moveColumn as moveWithin } from '../../core/table-edits/move-column';
import { sortRecords as sort } from '../../core/table-edits/sort-records';
import {
  insertColumn,
  moveColumn,
  sortRecords,
  type TableEdit,
  type TableRequest,
  type TextPlace,
} from '../../core/table-protocol';
import { asOutcome } from '../outcome';
import type { RosterSessions } from '../roster-sessions';
import { rangeOfBytes } from '../to-lsp';
import { offsetOf, openTable, type OpenedTable } from './opened-table';
import type { ServerFeature } from './server-feature';

/** The new text is handed over in pieces of so many UTF-16 units. */
const pieceLength = 0x8000;

/** Edits of a table as a whole: a column comes or moves, the records are put in order. */
export const tableEdits: ServerFeature = {
  capabilities: {},
  register(connection, sessions) {
    answerEdit(connection, sessions, insertColumn, (table, { at, name }) => ({
      edits: insertInto(table, at, name),
      field: ({ record }) => ({ record, column: at }),
    }));
    answerEdit(connection, sessions, moveColumn, (table, { from, to }) => ({
      edits: moveWithin(table, from, to),
      field: ({ record }) => ({ record, column: to }),
    }));
    answerEdit(connection, sessions, sortRecords, (table, { column, order: wanted }) => {
      const { edits, order } = sort(table, column, wanted);
      return {
        edits,
        field: ({ record }) => ({ record: record === 0 ? 0 : order.indexOf(record) + 1, column }),
      };
    });
  },
};

type Field = Pick<FieldPlace, 'record' | 'column'>;

interface Change {
  readonly edits: readonly ByteEdit[];
  /** The field in which the cursor belongs afterwards, by the one in which it was. */
  readonly field: (before: Field) => Field;
}

function answerEdit<P extends { readonly uri: string; readonly place: TextPlace }>(
  connection: Connection,
  sessions: RosterSessions,
  { method }: TableRequest<P, Outcome<TableEdit>>,
  change: (table: Table, params: P) => Change,
): void {
  connection.onRequest(method, async (params: P): Promise<Outcome<TableEdit> | null> => {
    // What was typed and is not taken over yet would be lost.
    await sessions.settle();
    const opened = await openTable(sessions, params.uri);
    if (opened === undefined) return null;
    return asOutcome(() => editOf(opened, params.place, change(opened.table, params)));
  });
}

function editOf(opened: OpenedTable, cursor: TextPlace, { edits, field }: Change): TableEdit {
  const { table, lines } = opened;
  const before = fieldAt(table, offsetOf(opened, cursor)) ?? { record: 0, column: 0 };
  const after = edits.length === 0 ? before : field(before);
  return {
    edits: edits.map(({ start, end, text }) => ({
      range: rangeOfBytes(lines, start, end),
      text: inPieces(text),
    })),
    place: placeIn(applyEdits(table.bytes, edits), after),
  };
}

function inPieces(text: string): readonly string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; at += pieceLength) pieces.push(text.slice(at, at + pieceLength));
  return pieces;
}

/** The place of a field's content in a text that is not there yet. */
function placeIn(bytes: Uint8Array, { record, column }: Field): TextPlace {
  const scan = new CsvScanner().scan(bytes);
  const { line, column: character } = linesOf(scan).positionAt(contentRange(scan, record, column).start);
  return { line: line - 1, character: character - 1 };
}
