import { notPlain } from '../../csv/field-kind';
import { emptyCode, type DistinctValues } from '../../model/distinct-values';
import { encodeUtf8 } from '../../text/utf8';
import { fold } from './fold';

/** How well a value fits a word that was typed. */
export const noMatch = 0;
export const wordStart = 1;
export const valueStart = 2;
export const sameValue = 3;

/** How well each value of a column fits a folded word: one value after the other, as bytes, for there may be hundred thousands. */
export function matchValues(values: DistinctValues, word: string): Uint8Array {
  const matches = new Uint8Array(values.size);
  const needle = encodeUtf8(word);
  const { bytes } = values;
  for (let code = emptyCode + 1; code < matches.length; code++) {
    matches[code] =
      (values.kind(code) & notPlain) === 0
        ? matchBytes(bytes, values.start(code), values.end(code), needle)
        : matchText(fold(values.text(code)), word);
  }
  return matches;
}

function matchBytes(bytes: Uint8Array, start: number, end: number, needle: Uint8Array): number {
  const first = needle[0] ?? 0;
  const last = end - needle.length;
  for (let at = start; at <= last; at++) {
    if (lower(bytes[at] ?? 0) !== first || !isWordStart(bytes, start, at)) continue;
    let length = 1;
    while (length < needle.length && lower(bytes[at + length] ?? 0) === needle[length]) length++;
    if (length < needle.length) continue;
    if (at > start) return wordStart;
    return length === end - start ? sameValue : valueStart;
  }
  return noMatch;
}

function matchText(text: string, word: string): number {
  if (text.startsWith(word)) return text.length === word.length ? sameValue : valueStart;
  for (let at = text.indexOf(word, 1); at >= 0; at = text.indexOf(word, at + 1)) {
    if (/[^\p{L}\p{N}]/u.test(text[at - 1] ?? '')) return wordStart;
  }
  return noMatch;
}

/** Whether a word begins at an offset: after anything that is no letter or digit, and where digits follow letters. */
function isWordStart(bytes: Uint8Array, start: number, at: number): boolean {
  if (at === start) return true;
  const before = lower(bytes[at - 1] ?? 0);
  if (isDigit(before)) return false;
  return !isLetter(before) || isDigit(bytes[at] ?? 0);
}

function lower(byte: number): number {
  return byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

function isLetter(lowered: number): boolean {
  return lowered >= 0x61 && lowered <= 0x7a;
}
