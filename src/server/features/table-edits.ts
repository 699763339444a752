import type { CancellationToken, Connection } from 'vscode-languageserver/node';
import { contentRange } from '../../core/csv/field';
import { CsvScanner } from '../../core/csv/scan-csv';
import { linesOf } from '../../core/csv/scan-lines';
import { applyEditsSteps, type ByteEdit } from '../../core/edits/byte-edit';
import { fieldAt, type FieldPlace } from '../../core/features/place-at';
import type { Table } from '../../core/model/table';
import type { Outcome } from '../../core/protocol';
import { insertColumnSteps } from '../../core/table-edits/insert-column';
import { moveColumnSteps } from '../../core/table-edits/move-column';
import { sortRecordsSteps } from '../../core/table-edits/sort-records';
import {
  insertColumn,
  moveColumn,
  sortRecords,
  type TableEdit,
  type TableRequest,
  type TableTextEdit,
  type TextPlace,
} from '../../core/table-protocol';
import type { Steps } from '../../core/steps';
import { throwIfCancelled } from '../../node/cancel';
import { asOutcome, withSignal } from '../outcome';
import type { RosterSessions } from '../roster-sessions';
import { rangeOfBytes } from '../to-lsp';
import { offsetOf, openTable, sessionOf, type OpenedTable } from './opened-table';
import type { ServerFeature } from './server-feature';

/** The new text is handed over in pieces of so many UTF-16 units. */
const pieceLength = 0x8000;

/** Edits of a table as a whole: a column comes or moves, the records are put in order. */
export const tableEdits: ServerFeature = {
  capabilities: {},
  register(connection, sessions) {
    answerEdit(connection, sessions, insertColumn, function* (table, { at, name }) {
      const edits = yield* insertColumnSteps(table, at, name);
      return { edits, field: ({ record }) => ({ record, column: at }) };
    });
    answerEdit(connection, sessions, moveColumn, function* (table, { from, to }) {
      const edits = yield* moveColumnSteps(table, from, to);
      return { edits, field: ({ record }) => ({ record, column: to }) };
    });
    answerEdit(connection, sessions, sortRecords, function* (table, { column, order: wanted }) {
      const { edits, order } = yield* sortRecordsSteps(table, column, wanted);
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
  change: (table: Table, params: P) => Steps<Change>,
): void {
  connection.onRequest(
    method,
    async (params: P, cancellation: CancellationToken): Promise<Outcome<TableEdit> | null> => {
      const outcome = await asOutcome(() =>
        withSignal(cancellation, (signal) =>
          workOut(
            sessions,
            params,
            (opened) => editSteps(opened, params.place, change(opened.table, params)),
            signal,
          ),
        ),
      );
      if (!outcome.ok) return outcome;
      return outcome.value === null ? null : { ok: true, value: outcome.value };
    },
  );
}

/** Works out an edit; begins again where the table has changed before that was done. */
async function workOut(
  sessions: RosterSessions,
  { uri }: { readonly uri: string },
  steps: (opened: OpenedTable) => Steps<TableEdit>,
  signal: AbortSignal,
): Promise<TableEdit | null> {
  for (;;) {
    // What was typed and is not taken over yet would be lost.
    await sessions.settle();
    throwIfCancelled(signal);
    const opened = await openTable(sessions, uri);
    const worked = opened && (await sessionOf(sessions, uri)?.unlessChanged(steps(opened), signal));
    if (opened === undefined) return null;
    if (worked !== undefined) return worked.done;
  }
}

function* editSteps(opened: OpenedTable, cursor: TextPlace, change: Steps<Change>): Steps<TableEdit> {
  const { edits, field } = yield* change;
  const { table, lines } = opened;
  const before = fieldAt(table, offsetOf(opened, cursor)) ?? { record: 0, column: 0 };
  const after = edits.length === 0 ? before : field(before);
  const made: TableTextEdit[] = [];
  for (const { start, end, text } of edits) {
    made.push({ range: rangeOfBytes(lines, start, end), text: inPieces(text) });
    yield;
  }
  const bytes = yield* applyEditsSteps(table.bytes, edits);
  return { edits: made, place: yield* placeIn(bytes, after) };
}

function inPieces(text: string): readonly string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; at += pieceLength) pieces.push(text.slice(at, at + pieceLength));
  return pieces;
}

/** The place of a field's content in a text that is not there yet. */
function* placeIn(bytes: Uint8Array, { record, column }: Field): Steps<TextPlace> {
  const scan = yield* new CsvScanner().steps(bytes);
  const { line, column: character } = linesOf(scan).positionAt(contentRange(scan, record, column).start);
  return { line: line - 1, character: character - 1 };
}
