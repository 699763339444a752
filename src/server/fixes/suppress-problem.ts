import { join } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Connection, WorkspaceEdit } from 'vscode-languageserver/node';
import { configFileName } from '../../core/config/config';
import { RosterError } from '../../core/errors';
import { phrase, sentence } from '../../core/text/say';
import type { SuppressAnswer, SuppressParams } from '../../core/protocol';
import { addSuppression } from '../../node/edit-config';
import type { RosterSession } from '../roster-session';
import { uriOf } from '../uris';

/** Adds a suppression to the configuration of a roster, or makes one. Throws `configuration` where that has a mistake. */
export async function suppressProblem(
  connection: Connection,
  session: RosterSession,
  { rule, file, field, value, reason }: SuppressParams,
): Promise<SuppressAnswer> {
  const found = await session.configText();
  if (found?.isBroken === true) throw broken(found.path);
  const path = found?.path ?? join(session.folder, configFileName);
  const uri = uriOf(path);
  const text = found?.text ?? '{}\n';
  const document = TextDocument.create(uri, 'jsonc', 0, text);
  const edits = addSuppression(text, { rule, file, field, value, reason }).map(
    ({ offset, length, content }) => ({
      range: { start: document.positionAt(offset), end: document.positionAt(offset + length) },
      newText: content,
    }),
  );
  const edit: WorkspaceEdit =
    found === undefined
      ? newFile(uri, TextDocument.applyEdits(document, edits))
      : { changes: { [uri]: edits } };
  const { applied } = await connection.workspace.applyEdit({ label: session.say('Ignore a problem'), edit });
  if (!applied)
    throw new RosterError(
      'file-unwritable',
      sentence('{path} could not be edited.', { path }),
      phrase('Check that it may be written.'),
    );
  return { configUri: uri };
}

function newFile(uri: string, text: string): WorkspaceEdit {
  const start = { line: 0, character: 0 };
  const edits = [{ range: { start, end: start }, newText: text }];
  return {
    documentChanges: [
      { kind: 'create', uri },
      { textDocument: { uri, version: null }, edits },
    ],
  };
}

function broken(path: string): RosterError {
  return new RosterError(
    'configuration',
    sentence('{path} has a mistake, so nothing is written into it.', { path }),
    phrase('Correct it and start again.'),
  );
}
