import { comma } from '../../csv/bytes';
import { areSameBytes } from '../../csv/field-kind';
import type { DistinctValue } from '../engine/distinct-value';

/** The items of a longer list are not compared here. */
const longest = 200;
const blank = 0x20;

/**
 * Whether a list is plain text with a comma between its items, no empty one, no blank beside a comma and no item twice. Nearly
 * all lists are, and nothing is made to find that out. It may be denied of a list that is all right, never the other way round.
 */
export function isUsualList(value: DistinctValue): boolean {
  const { bytes, start, end } = value;
  if (!value.isPlain || end - start > longest) return false;
  let from = start;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (unusual[byte] === 1) return false;
    if (byte !== comma) continue;
    if (at === from || bytes[at - 1] === blank || bytes[at + 1] === blank) return false;
    if (isNamedBefore(bytes, start, from, at)) return false;
    from = at + 1;
  }
  return from < end && !isNamedBefore(bytes, start, from, end);
}

/** Whether an item before `from` has the bytes `from` to `to`. */
function isNamedBefore(bytes: Uint8Array, start: number, from: number, to: number): boolean {
  let itemStart = start;
  for (let at = start; at < from; at++) {
    if (bytes[at] !== comma) continue;
    if (at - itemStart === to - from && areSameBytes(bytes, itemStart, bytes, from, to - from)) return true;
    itemStart = at + 1;
  }
  return false;
}

/** What may separate items besides a comma, or enclose them. */
const unusual = Uint8Array.from({ length: 256 }, (_, byte) =>
  '";|[]'.includes(String.fromCharCode(byte)) ? 1 : 0,
);
