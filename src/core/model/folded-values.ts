import { notPlain } from '../csv/field-kind';
import { fold } from '../text/fold';
import { encodeUtf8 } from '../text/utf8';
import { emptyCode, type DistinctValues } from './distinct-values';
import type { Table } from './table';
import type { Tracker } from './tracker';

/** How well a value fits a word, from not at all on: a word of it, the value itself, or both begin or are the same. */
export const noMatch = 0;
export const wordMatch = 1;
export const startMatch = 2;
export const sameMatch = 3;

/** The distinct values of a column as people look for them, letter case and accents left aside. */
export interface FoldedValues {
  /** How well each value fits a folded word, by its code; undefined where none does. */
  match(word: string): Uint8Array | undefined;
}

/** Folds the values of a column. They lie one after the other in memory, for there may be hundred thousands to look through. */
export function foldValues(values: DistinctValues): FoldedValues {
  const texts = new FoldedTexts(values);
  return { match: (word) => matchTexts(texts, encodeUtf8(word)) };
}

/** Folds the values of columns, each when it is first asked for, and again only where it has changed. */
export function foldedFinder(tracker: Tracker): (table: Table, column: number) => FoldedValues {
  const found = new Map<string, () => FoldedValues>();
  return (table, column) => {
    const key = `${table.file}/${String(column)}`;
    const known = found.get(key) ?? tracker.derive(() => foldValues(table.values(column)));
    found.set(key, known);
    return known();
  };
}

/** Stands before and behind each value. */
const separator = 0;

class FoldedTexts {
  bytes: Uint8Array;
  /** Where the text of each code begins; of `emptyCode` nothing is kept. */
  readonly starts: Uint32Array;
  end = 1;

  constructor(values: DistinctValues) {
    this.starts = new Uint32Array(values.size + 1);
    this.bytes = new Uint8Array(values.size * 16 + 64);
    for (let code = emptyCode + 1; code < values.size; code++) {
      this.starts[code] = this.end;
      if ((values.kind(code) & notPlain) === 0) {
        this.#addPlain(values.bytes, values.start(code), values.end(code));
      } else this.#addText(fold(values.text(code)));
    }
    this.starts[values.size] = this.end;
  }

  #addPlain(bytes: Uint8Array, start: number, end: number): void {
    this.#makeRoom(end - start);
    const target = this.bytes;
    let to = this.end;
    for (let at = start; at < end; at++) {
      const byte = bytes[at] ?? 0;
      target[to++] = byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte;
    }
    target[to++] = separator;
    this.end = to;
  }

  #addText(text: string): void {
    const bytes = encodeUtf8(text);
    this.#makeRoom(bytes.length);
    this.bytes.set(bytes, this.end);
    this.end += bytes.length;
    this.bytes[this.end++] = separator;
  }

  #makeRoom(length: number): void {
    if (this.end + length + 1 <= this.bytes.length) return;
    const wider = new Uint8Array((this.end + length + 1) * 2);
    wider.set(this.bytes.subarray(0, this.end));
    this.bytes = wider;
  }
}

function matchTexts({ bytes, starts, end }: FoldedTexts, word: Uint8Array): Uint8Array | undefined {
  let matches: Uint8Array | undefined;
  const first = word[0] ?? separator;
  const last = end - word.length;
  let code = emptyCode + 1;
  for (let at = 1; at < last; at++) {
    if (bytes[at] !== first || !isWordStart(bytes, at) || !hasAt(bytes, at, word)) continue;
    while ((starts[code + 1] ?? end) <= at) code++;
    matches ??= new Uint8Array(starts.length - 1);
    matches[code] = Math.max(matches[code] ?? noMatch, howWell(bytes, at, word.length));
  }
  return matches;
}

function hasAt(bytes: Uint8Array, at: number, word: Uint8Array): boolean {
  for (let index = 1; index < word.length; index++) if (bytes[at + index] !== word[index]) return false;
  return true;
}

function howWell(bytes: Uint8Array, at: number, length: number): number {
  if (bytes[at - 1] !== separator) return wordMatch;
  return bytes[at + length] === separator ? sameMatch : startMatch;
}

/** Whether a word begins at an offset: behind anything that is no letter or digit, and where digits follow letters. */
function isWordStart(bytes: Uint8Array, at: number): boolean {
  const before = bytes[at - 1] ?? separator;
  if (isDigit(before)) return false;
  return !isLetter(before) || isDigit(bytes[at] ?? separator);
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

/** Letters that are not of the Latin alphabet have bytes from 0x80 on. */
function isLetter(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || byte >= 0x80;
}
