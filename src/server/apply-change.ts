import type { TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { linesOf } from '../core/csv/scan-lines';
import type { LiveRoster } from '../core/live-roster';
import { encodeUtf8 } from '../core/text/utf8';

/** Makes a change of a document in the roster that keeps its text. */
export function applyChange(live: LiveRoster, name: string, change: TextDocumentContentChangeEvent): void {
  const table = live.roster.tables.find(({ file }) => file === name);
  if (table === undefined) return;
  const text = encodeUtf8(change.text);
  if (!('range' in change)) {
    live.edit(name, [{ start: table.textStart, end: table.bytes.length, text }]);
    return;
  }
  const lines = linesOf(table.scan);
  const { start, end } = change.range;
  const offset = (place: typeof start) =>
    lines.offsetAt({ line: place.line + 1, column: place.character + 1 });
  live.edit(name, [{ start: offset(start), end: offset(end), text }]);
}
