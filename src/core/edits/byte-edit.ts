import { allAtOnce, type Steps } from '../steps';
import { encodeUtf8 } from '../text/utf8';

/** A change of a file: the bytes from `start` to `end` become `text`. */
export interface ByteEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The changes of one file, by its path in the roster. They do not overlap. */
export interface FileEdit {
  readonly file: string;
  readonly edits: readonly ByteEdit[];
}

/** A file's bytes after its edits, which may come in any order; of two at one place, the first comes first. */
export function applyEdits(bytes: Uint8Array, edits: readonly ByteEdit[]): Uint8Array {
  return allAtOnce(applyEditsSteps(bytes, edits));
}

/** As `applyEdits`, an edit at a time. */
export function* applyEditsSteps(bytes: Uint8Array, edits: readonly ByteEdit[]): Steps<Uint8Array> {
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const { start, end, text } of inOrder(edits)) {
    if (start < at || end < start) throw new RangeError('edits overlap');
    parts.push(bytes.subarray(at, start), encodeUtf8(text));
    at = end;
    yield;
  }
  parts.push(bytes.subarray(at));
  return joined(parts);
}

/** Edits by their places; of two at one place, the one given first. What goes in before a stretch comes before what takes its place. */
export function inOrder(edits: readonly ByteEdit[]): readonly ByteEdit[] {
  return [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
