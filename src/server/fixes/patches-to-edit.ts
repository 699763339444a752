import { join } from 'node:path';
import type {
  CreateFile,
  DeleteFile,
  RenameFile,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { FilePatch } from '../../core/fixes/engine/file-draft';
import { firstInvalidUtf8 } from '../../core/text/utf8';
import { indexLines } from '../../core/text/line-index';
import type { RosterSession } from '../roster-session';
import { toTextEdits } from '../to-edits';
import { uriOf } from '../uris';

type DocumentChange = TextDocumentEdit | CreateFile | RenameFile | DeleteFile;

/** VS Code hands no larger file to extensions, and an edit of it would have to be undone in one piece. In bytes. */
const mostEditable = 50 * 1024 * 1024;

/** Whether a file can be changed by edits of its text in an editor. What is not UTF-8 would be saved with what an editor made of it. */
export function isTextFile(bytes: Uint8Array): boolean {
  return bytes.length <= mostEditable && firstInvalidUtf8(bytes) < 0;
}

/** Whether the changes of a file can be made by edits of its text. */
export function isEditable({ isText, before }: FilePatch): boolean {
  return isText && isTextFile(before);
}

/** Changes of files as the editor makes them: all or none, and it can undo them. */
export function toWorkspaceEdit(session: RosterSession, patches: readonly FilePatch[]): WorkspaceEdit {
  return { documentChanges: patches.flatMap((patch) => documentChanges(session, patch)) };
}

function documentChanges(session: RosterSession, patch: FilePatch): readonly DocumentChange[] {
  const { from, to, edits, before } = patch;
  const uri = (name: string) => session.document(name)?.uri ?? uriOf(join(session.folder, name));
  if (to === undefined) return from === undefined ? [] : [{ kind: 'delete', uri: uri(from) }];
  if (from === undefined)
    return [
      { kind: 'create', uri: uri(to) },
      textEdit(uri(to), null, toTextEdits(indexLines(before), edits)),
    ];
  const version = session.document(from)?.version ?? null;
  const changed =
    edits.length === 0 ? [] : [textEdit(uri(from), version, toTextEdits(indexLines(before), edits))];
  return from === to ? changed : [...changed, { kind: 'rename', oldUri: uri(from), newUri: uri(to) }];
}

function textEdit(uri: string, version: number | null, edits: TextEdit[]): TextDocumentEdit {
  return { textDocument: { uri, version }, edits };
}
