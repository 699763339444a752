import type { ColumnFact } from '../../spec/types';
import type { DistinctValue } from '../engine/distinct-value';
import { holdsNullWord } from './null-words';

const quote = 0x22;

/** One item of a field, without the blanks round it. */
export interface TypedItem {
  readonly text: string;
  /** UTF-16 units from the start of the field's value. */
  readonly from: number;
  readonly to: number;
}

/**
 * The items of a field that a check of type or values may judge: those of a list, else the value itself. Left out is what
 * other rules speak about: empty items and other separators (`invalid-list`), invisible characters (`control-character`),
 * bytes that are no text (`invalid-encoding`), quotes that are out of place (`stray-quote`, `unclosed-quote`), words for no value
 * (`literal-null`). Blanks round an item are no part of it (`surrounding-whitespace`).
 */
export function typedItems(value: DistinctValue, fact: ColumnFact): readonly TypedItem[] {
  if (hasLooseQuote(value.bytes, value.start, value.end) || holdsNullWord(value, fact)) return [];
  if (fact.list !== true) return judgeable(value.text, 0, value.isPlain);
  if (hasOtherSeparator(value.text)) return [];
  return splitList(value.text).flatMap(({ text, from }) => judgeable(text, from, false));
}

/** The items of a list as they stand, blanks and empty ones included. A comma inside braces, `{a,b}`, separates nothing. */
export function splitList(list: string): readonly TypedItem[] {
  const items: TypedItem[] = [];
  let from = 0;
  for (let at = 0; at <= list.length; at++) {
    if (list[at] === '{') at = Math.max(at, closingBrace(list, at));
    if (at < list.length && list[at] !== ',') continue;
    items.push({ text: list.slice(from, at), from, to: at });
    from = at + 1;
  }
  return items;
}

/** Whether a list seems to be separated by something else than commas, or stands in brackets. */
export function hasOtherSeparator(list: string): boolean {
  if (/[;|]/.test(list.replace(/\{[^{}]*\}/g, ''))) return true;
  const trimmed = list.trim();
  return trimmed.startsWith('[') && trimmed.endsWith(']');
}

/** Control, zero-width and other characters that cannot be seen; ordinary and non-breaking blanks are not among them. */
export function hasInvisibleCharacter(text: string): boolean {
  return /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text);
}

/** Whether a text has neither invisible characters nor bytes that are no text; both are other rules' business. */
export function isReadable(text: string): boolean {
  return !text.includes('\ufffd') && !hasInvisibleCharacter(text);
}

/** Whether a value holds a quote although its field is not properly quoted. `start` and `end` are those of its content. */
export function hasLooseQuote(bytes: Uint8Array, start: number, end: number): boolean {
  if (start > 0 && bytes[start - 1] === quote) return false;
  for (let at = start; at < end; at++) if (bytes[at] === quote) return true;
  return false;
}

/** Where the brace at `open` is closed, or -1 where another one opens first or none closes it. */
function closingBrace(text: string, open: number): number {
  for (let at = open + 1; at < text.length; at++) {
    if (text[at] === '}') return at;
    if (text[at] === '{') return -1;
  }
  return -1;
}

function judgeable(text: string, from: number, isPlain: boolean): readonly TypedItem[] {
  if (isPlain) return [{ text, from, to: from + text.length }];
  const trimmed = text.trim();
  if (trimmed === '' || !isReadable(trimmed)) return [];
  const start = from + text.length - text.trimStart().length;
  return [{ text: trimmed, from: start, to: start + trimmed.length }];
}
