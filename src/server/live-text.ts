import type { TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { linesOf } from '../core/csv/scan-lines';
import type { LiveRoster } from '../core/live-roster';
import type { RosterEntry } from '../core/model/roster-input';
import { encodeUtf8 } from '../core/text/utf8';

/** Whether a live roster has a file with just this content. */
export function isKnown(live: LiveRoster, { path, content }: RosterEntry): boolean {
  const table = live.roster.tables.find(({ file }) => file === path);
  return table !== undefined && 'bytes' in content && areEqual(table.bytes, content.bytes);
}

function areEqual(left: Uint8Array, right: Uint8Array): boolean {
  return Buffer.from(left.buffer, left.byteOffset, left.length).equals(right);
}

/** Takes over a change of a document's text. */
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
