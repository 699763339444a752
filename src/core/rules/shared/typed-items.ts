import type { ColumnFact } from '../../spec/types';
import type { DistinctValue } from '../engine/distinct-value';

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
 * bytes that are no text (`invalid-encoding`); blanks round an item are no part of it (`surrounding-whitespace`).
 */
export function typedItems(value: DistinctValue, fact: ColumnFact): readonly TypedItem[] {
  if (fact.list !== true) return judgeable(value.text, 0, value.isPlain);
  if (hasOtherSeparator(value.text)) return [];
  const items: TypedItem[] = [];
  let from = 0;
  for (const text of value.text.split(',')) {
    items.push(...judgeable(text, from, false));
    from += text.length + 1;
  }
  return items;
}

/** Whether a list seems to be separated by something else than commas, or stands in brackets. */
export function hasOtherSeparator(list: string): boolean {
  return /[;|]/.test(list) || /^\s*\[.*\]\s*$/.test(list);
}

/** Control, zero-width and other characters that cannot be seen; ordinary and non-breaking blanks are not among them. */
export function hasInvisibleCharacter(text: string): boolean {
  return /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text);
}

function judgeable(text: string, from: number, isPlain: boolean): readonly TypedItem[] {
  if (isPlain) return [{ text, from, to: from + text.length }];
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.includes('\ufffd') || hasInvisibleCharacter(trimmed)) return [];
  const start = from + text.length - text.trimStart().length;
  return [{ text: trimmed, from: start, to: start + trimmed.length }];
}
