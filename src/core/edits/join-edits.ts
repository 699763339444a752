import { decodeUtf8 } from '../text/utf8';
import type { ByteEdit } from './byte-edit';

/**
 * One edit for many of one file, which come in the order of their places: from the first byte that changes to the last. What
 * takes edits over one after the other, as an editor and its listeners do, moves the rest of a large file for each of them.
 */
export function joinEdits(bytes: Uint8Array, edits: readonly ByteEdit[]): readonly ByteEdit[] {
  const [first] = edits;
  const last = edits.at(-1);
  if (first === undefined || last === undefined || first === last) return edits;
  const pieces: string[] = [];
  let at = first.start;
  for (const { start, end, text } of edits) {
    pieces.push(decodeUtf8(bytes, at, start), text);
    at = end;
  }
  return [{ start: first.start, end: last.end, text: pieces.join('') }];
}
