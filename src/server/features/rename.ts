import {
  LSPErrorCodes,
  ResponseError,
  type AnnotatedTextEdit,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { ByteEdit } from '../../core/edits/byte-edit';
import { RosterError } from '../../core/errors';
import { idOf, idToRename, renameId, type Renaming } from '../../core/features/rename-id';
import type { Roster } from '../../core/model/roster';
import type { Table } from '../../core/model/table';
import { spoken } from '../../core/text/say';
import { Locator, offsetOf, openTable, type OpenedTable } from './opened-table';
import type { ServerFeature } from './server-feature';

/** The editor takes a part of a file's edits at a time, and has its turn between two of them. */
const editsAtATime = 1000;

/** Gives a record another id wherever its roster names it. */
export const rename: ServerFeature = {
  capabilities: { renameProvider: { prepareProvider: true } },
  register(connection, sessions, editor) {
    connection.onPrepareRename(async ({ textDocument, position }) => {
      const opened = await openTable(sessions, textDocument.uri);
      if (opened === undefined) return null;
      const { roster, table } = opened;
      const id = orRefuse(roster, () => idToRename(roster, table, offsetOf(opened, position)));
      return { range: new Locator(opened.folder).range(table, id), placeholder: idOf(id.of) };
    });
    connection.onRenameRequest(async ({ textDocument, position, newName }) => {
      const opened = await openTable(sessions, textDocument.uri);
      if (opened === undefined) return null;
      const { roster, table } = opened;
      const id = orRefuse(roster, () => idToRename(roster, table, offsetOf(opened, position)));
      if (idOf(id.of) === newName) return { changes: {} };
      const renaming = orRefuse(roster, () => renameId(roster, id.of, newName));
      const isAnnotated = editor.capabilities.workspace?.workspaceEdit?.changeAnnotationSupport !== undefined;
      const edit = toEdit(opened, renaming, isAnnotated);
      editor.tell('warning', renaming.message);
      return edit;
    });
  },
};

/** A refusal is an answer that the editor shows: it is no failure of the server. */
function orRefuse<T>({ say }: Roster, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!RosterError.is(error, 'rename-refused')) throw error;
    throw new ResponseError(
      LSPErrorCodes.RequestFailed,
      `${spoken(error.sentences.message, say)} ${spoken(error.sentences.remedy, say)}`,
    );
  }
}

function toEdit(
  { folder, roster }: OpenedTable,
  { files, consequence }: Renaming,
  isAnnotated: boolean,
): WorkspaceEdit {
  const locator = new Locator(folder);
  const annotationId = 'new-id';
  const documentChanges = files.flatMap(({ file, edits }) => {
    const table = roster.tables.find((each) => each.file === file);
    const toTextEdit = (edit: ByteEdit): TextEdit | AnnotatedTextEdit => {
      const range = table === undefined ? noRange : locator.range(table, edit);
      return isAnnotated ? { range, newText: edit.text, annotationId } : { range, newText: edit.text };
    };
    return table === undefined ? [] : inParts(locator, table, edits, toTextEdit);
  });
  if (!isAnnotated) return { documentChanges };
  const annotation = {
    label: consequence,
    needsConfirmation: false,
    description: roster.say('The id changes'),
  };
  return { documentChanges, changeAnnotations: { [annotationId]: annotation } };
}

const noRange = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** From the file's end to its top, so that no part moves what a later one changes, whether they are made at once or in turn. */
function inParts(
  locator: Locator,
  table: Table,
  edits: readonly ByteEdit[],
  toTextEdit: (edit: ByteEdit) => TextEdit | AnnotatedTextEdit,
): TextDocumentEdit[] {
  const upwards = [...edits].sort((a, b) => b.start - a.start);
  const parts: TextDocumentEdit[] = [];
  for (let first = 0; first < upwards.length; first += editsAtATime) {
    parts.push({
      textDocument: { uri: locator.uri(table), version: null },
      edits: upwards.slice(first, first + editsAtATime).map(toTextEdit),
    });
  }
  return parts;
}
