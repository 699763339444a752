import { carriageReturn, comma, lineFeed, quote } from '../csv/bytes';
import type { ByteEdit } from '../edits/byte-edit';
import { csvField } from '../edits/write-field';
import { decodeUtf8 } from '../text/utf8';
import { defineFixes } from './engine/define-fixes';

/** Where every line splits into as many fields as the header, it is certain what the delimiters are. */
export default defineFixes({
  safety: 'safe',
  *fixes({ table, problem, say }) {
    const { character } = problem.data;
    if (table === undefined || typeof character !== 'string') return;
    const found = commasFor(table.bytes, table.textStart, character.charCodeAt(0));
    if (found === undefined) return;
    yield {
      safety: 'safe',
      title: say('Separate the columns by commas'),
      changes: () => [{ kind: 'edit', columns: true, file: table.file, edits: found }],
    };
  },
});

/** The edits that turn the delimiters into commas, and put fields with commas into quotes. Undefined where records differ in length. */
function commasFor(bytes: Uint8Array, textStart: number, delimiter: number): readonly ByteEdit[] | undefined {
  const edits: ByteEdit[] = [];
  let width = 0;
  let count = 0;
  for (let at = textStart; at < bytes.length;) {
    const end = endOfField(bytes, at, delimiter);
    if (end === undefined) return undefined;
    count++;
    const needsQuotes =
      bytes[at] !== quote && bytes.subarray(at, end).some((byte) => byte === comma || byte === quote);
    if (needsQuotes) edits.push({ start: at, end, text: csvField(decodeUtf8(bytes, at, end), true) });
    if (bytes[end] === delimiter) {
      edits.push({ start: end, end: end + 1, text: ',' });
      at = end + 1;
      if (at < bytes.length) continue;
      count++;
    } else at = bytes[end] === carriageReturn && bytes[end + 1] === lineFeed ? end + 2 : end + 1;
    const isBlank = count === 1 && end === at - 1;
    if (width === 0) width = count;
    else if (count !== width && !isBlank) return undefined;
    count = 0;
  }
  return edits;
}

/** Where a field ends: at a delimiter, a line end or the end. Undefined for one in quotes that is not closed. */
function endOfField(bytes: Uint8Array, start: number, delimiter: number): number | undefined {
  let at = start;
  if (bytes[at] === quote) {
    for (at++; at < bytes.length; at++) {
      if (bytes[at] !== quote) continue;
      if (bytes[at + 1] !== quote) break;
      at++;
    }
    if (at >= bytes.length) return undefined;
    at++;
    const next = bytes[at];
    const isEnd = next === undefined || next === delimiter || next === lineFeed || next === carriageReturn;
    return isEnd ? at : undefined;
  }
  while (
    at < bytes.length &&
    bytes[at] !== delimiter &&
    bytes[at] !== lineFeed &&
    bytes[at] !== carriageReturn
  )
    at++;
  return at;
}
