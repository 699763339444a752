import { utf16Length } from './utf8';

/** A place as editors count it, but from 1: `line` as VS Code breaks lines, `column` in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Finds lines and columns in a file's bytes. */
export interface LineIndex {
  readonly lineCount: number;
  /** The position of a byte offset; an offset past the end is taken as the end. */
  positionAt(offset: number): Position;
  /** The byte offset of a position; a column past the line's end is taken as the line's end. */
  offsetAt(position: Position): number;
}

/** Where the last position was found: the next is often a little further on in the same, perhaps very long line. */
interface Found {
  readonly line: number;
  readonly offset: number;
  readonly column: number;
}

/**
 * Notes where each line begins. CRLF, LF and CR alone end a line, inside quoted fields as well, as VS Code counts them;
 * a byte order mark belongs to no column.
 */
export function indexLines(bytes: Uint8Array): LineIndex {
  return lineIndex(bytes, lineStarts(bytes));
}

/** As `indexLines`, where it is known where lines begin: `known` has them all, but for an empty one at the end of the text. */
export function lineIndex(bytes: Uint8Array, known: Uint32Array): LineIndex {
  const lineCount = known.length + (known.length === 0 || endsWithLineEnd(bytes) ? 1 : 0);
  const textStart = known[0] ?? bytes.length;
  const startOf = (line: number) => known[line] ?? (line < lineCount ? bytes.length : undefined);
  let last: Found = { line: 0, offset: textStart, column: 0 };
  return {
    lineCount,
    positionAt(offset) {
      const at = Math.max(textStart, Math.min(offset, bytes.length));
      const line = at === bytes.length ? lineCount - 1 : lastStartUpTo(known, at);
      const start = startOf(line) ?? 0;
      const from = line === last.line && at >= last.offset ? last : { offset: start, column: 0 };
      last = { line, offset: at, column: from.column + utf16Length(bytes, from.offset, at) };
      return { line: line + 1, column: last.column + 1 };
    },
    offsetAt({ line, column }) {
      const start = startOf(line - 1);
      if (start === undefined) return line < 1 ? textStart : bytes.length;
      return forward(bytes, start, startOf(line) ?? bytes.length, column - 1);
    },
  };
}

function endsWithLineEnd(bytes: Uint8Array): boolean {
  const last = bytes.at(-1);
  return last === 0x0a || last === 0x0d;
}

function lineStarts(bytes: Uint8Array): Uint32Array {
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  let starts = new Uint32Array(1024);
  let count = 0;
  starts[count++] = hasMark ? 3 : 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte !== 0x0a && (byte !== 0x0d || bytes[at + 1] === 0x0a)) continue;
    if (count === starts.length) {
      const grown = new Uint32Array(count * 2);
      grown.set(starts);
      starts = grown;
    }
    if (at + 1 < bytes.length) starts[count++] = at + 1;
  }
  return starts.slice(0, count);
}

/** The number of the last of some offsets in order that is not behind another; 0 where all are. */
export function lastStartUpTo(starts: ArrayLike<number>, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function forward(bytes: Uint8Array, start: number, nextLine: number, units: number): number {
  let at = start;
  let left = units;
  while (left > 0 && at < nextLine && bytes[at] !== 0x0a && bytes[at] !== 0x0d) {
    const lead = bytes[at] ?? 0;
    at++;
    while (at < nextLine && ((bytes[at] ?? 0) & 0xc0) === 0x80) at++;
    left -= lead >= 0xf0 ? 2 : 1;
  }
  return at;
}
