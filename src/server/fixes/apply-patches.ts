import { join } from 'node:path';
import type { Connection } from 'vscode-languageserver/node';
import { RosterError } from '../../core/errors';
import { phrase, sentence } from '../../core/text/say';
import type { FilePatch } from '../../core/fixes/engine/file-draft';
import { decodeText } from '../../node/decode-text';
import { readRosterFile } from '../../node/read-roster-input';
import { writePatches } from '../../node/write-patches';
import type { RosterSession } from '../roster-session';
import type { RosterSessions } from '../roster-sessions';
import { isEditable, toWorkspaceEdit } from './patches-to-edit';

/**
 * Makes changes of files: as edits that the editor shows and can undo, where it can, and else on disk, after asking. Throws
 * `cancelled` where that is not wanted, `file-changed` and `file-unwritable`.
 */
export async function applyPatches(
  connection: Connection,
  sessions: RosterSessions,
  session: RosterSession,
  patches: readonly FilePatch[],
): Promise<void> {
  const onDisk = patches.filter((patch) => !isEditable(patch));
  const inEditor = patches.filter(isEditable);
  if (onDisk.length > 0) await writeToDisk(connection, sessions, session, onDisk);
  if (inEditor.length === 0) return;
  const label = session.say('Fix OneRoster problems');
  const { applied } = await connection.workspace.applyEdit({
    label,
    edit: toWorkspaceEdit(session, inEditor),
  });
  if (!applied) throw changedMeanwhile(inEditor.map(({ from, to }) => from ?? to ?? ''));
}

async function writeToDisk(
  connection: Connection,
  sessions: RosterSessions,
  session: RosterSession,
  patches: readonly FilePatch[],
): Promise<void> {
  const names = patches.map(({ from, to }) => from ?? to ?? '');
  const unsaved: string[] = [];
  for (const patch of patches) if (await isUnsaved(session, patch)) unsaved.push(patch.from ?? '');
  if (unsaved.length > 0) throw notSaved(unsaved);
  const write = session.say('Write to Disk');
  const answer = await connection.window.showWarningMessage(
    session.say(
      'What is to be mended in {files} is no text that an editor shows, or too large for one. It is written to disk at once and cannot be undone.',
      { files: names.join(', ') },
    ),
    { title: write },
  );
  if (answer?.title !== write) throw new RosterError('cancelled', phrase('Nothing was written.'), '');
  await writePatches(session.folder, patches);
  for (const { from, to } of patches) {
    if (from !== undefined)
      sessions.diskChanged(join(session.folder, from), to === from ? 'changed' : 'deleted');
    if (to !== undefined && to !== from) sessions.diskChanged(join(session.folder, to), 'created');
  }
}

/** A document that followed its file on disk has changed since it was opened, too: only one with another text has to be saved. */
async function isUnsaved(session: RosterSession, { from = '', encoding }: FilePatch): Promise<boolean> {
  const document = session.document(from);
  if (document?.isDirty !== true) return false;
  const entry = await readRosterFile(session.folder, from);
  if (entry === undefined || !('bytes' in entry.content)) return true;
  const { bytes } = entry.content;
  const readings = [
    new TextDecoder().decode(bytes),
    ...(encoding === undefined ? [] : [decodeText(bytes, encoding)]),
  ];
  const text = withPlainLineEnds(document.text());
  return readings.every((reading) => withPlainLineEnds(reading) !== text);
}

/** As an editor, which has one kind of line end for a document, would have it. */
function withPlainLineEnds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

function notSaved(names: readonly string[]): RosterError {
  return new RosterError(
    'file-changed',
    sentence('{files} has changes that are not saved, and this fix works on the file on disk.', {
      files: names.join(', '),
    }),
    phrase('Save it and start again.'),
  );
}

function changedMeanwhile(names: readonly string[]): RosterError {
  return new RosterError(
    'file-changed',
    sentence('{files} could not be edited.', { files: names.join(', ') }),
    phrase('It may have changed meanwhile: start again.'),
  );
}
