import { hasLowerCase, hasUpperCase, notPlain } from '../../csv/field-kind';
import { codesInOrder, emptyCode, type DistinctValues } from '../../model/distinct-values';

/**
 * For each distinct value the first one that is the same but for the case of the letters A to Z and blanks at its ends, by
 * their codes: `folded[code] === code` for the first of its kind. No text is made of any.
 */
export function foldedCodes(values: DistinctValues): Uint32Array {
  const { bytes } = values;
  const folded = new Uint32Array(values.size);
  if (!mayFold(values)) {
    for (let code = 0; code < folded.length; code++) folded[code] = code;
    return folded;
  }
  let size = 16;
  while (size < values.size * 2) size *= 2;
  const slots = new Uint32Array(size);
  const range = (code: number) => trimmed(bytes, values.start(code), values.end(code));
  for (const code of codesInOrder(values)) {
    const [start, end] = range(code);
    let slot = hashOf(bytes, start, end) & (size - 1);
    for (;;) {
      const known = slots[slot] ?? 0;
      if (known === 0) {
        slots[slot] = code;
        folded[code] = start === end ? emptyCode : code;
        break;
      }
      const [otherStart, otherEnd] = range(known);
      if (isSame(bytes, start, end, otherStart, otherEnd)) {
        folded[code] = start === end ? emptyCode : known;
        break;
      }
      slot = (slot + 1) & (size - 1);
    }
  }
  return folded;
}

/** Whether two values may differ by letter case or blanks alone: not where all are plain, and no letter or all of one case. */
export function mayFold({ kinds }: DistinctValues): boolean {
  const cases = hasUpperCase | hasLowerCase;
  return (kinds & notPlain) !== 0 || (kinds & cases) === cases;
}

function trimmed(bytes: Uint8Array, start: number, end: number): readonly [number, number] {
  let from = start;
  let to = end;
  while (from < to && bytes[from] === 0x20) from++;
  while (to > from && bytes[to - 1] === 0x20) to--;
  return [from, to];
}

function isSame(
  bytes: Uint8Array,
  start: number,
  end: number,
  otherStart: number,
  otherEnd: number,
): boolean {
  if (end - start !== otherEnd - otherStart) return false;
  for (let at = end - start - 1; at >= 0; at--) {
    if (lower(bytes[start + at] ?? 0) !== lower(bytes[otherStart + at] ?? 0)) return false;
  }
  return true;
}

/** FNV-1a over the bytes in lower case, with a last mixing step because the table takes the low bits. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ lower(bytes[at] ?? 0), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}

function lower(byte: number): number {
  return byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte;
}
