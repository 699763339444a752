import { join } from 'node:path';
import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import { linesOf } from '../core/csv/scan-lines';
import type { ByteEdit, FileEdit } from '../core/edits/byte-edit';
import type { Roster } from '../core/model/roster';
import type { LineIndex } from '../core/text/line-index';
import { rangeOfBytes } from './to-lsp';
import { uriOf } from './uris';

/** Edits of a file's bytes as edits of its text. */
export function toTextEdits(lines: LineIndex, edits: readonly ByteEdit[]): TextEdit[] {
  return edits.map(({ start, end, text }) => ({ range: rangeOfBytes(lines, start, end), newText: text }));
}

/** Edits of files that a roster has, as the editor applies them: all, or none. */
export function toWorkspaceEdit(folder: string, roster: Roster, files: readonly FileEdit[]): WorkspaceEdit {
  const changes: Record<string, TextEdit[]> = {};
  for (const { file, edits } of files) {
    const table = roster.tables.find((each) => each.file === file);
    if (table !== undefined) changes[uriOf(join(folder, file))] = toTextEdits(linesOf(table.scan), edits);
  }
  return { changes };
}
