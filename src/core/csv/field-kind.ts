// What is said of a field's bytes while they are scanned. src/kernel/fields.ts says the same of most fields, with the
// same bits and the same hash; what stands here is for the records that it leaves alone, and for parts of fields.

export const isEmpty = 2;
/** A byte is no printable ASCII, or a blank stands at an end. */
export const notPlain = 8;
/** A byte is none that an id may have: letters A to Z, digits and . - _ / @ */
export const notIdCharacters = 16;
export const hasUpperCase = 32;
export const notDigits = 64;
export const hasLowerCase = 128;

/** A hash of bytes; see `kindOfBytes` for what else is said of them. */
export function hashOfBytes(bytes: Uint8Array, start: number, end: number): number {
  const length = end - start;
  let [a, b, c, d] = [length, length, length, length];
  for (let at = start; at < end; at += 16) {
    a = Math.imul(a ^ word(bytes, at, end), 0x9e3779b1);
    b = Math.imul(b ^ word(bytes, at + 4, end), 0x85ebca6b);
    c = Math.imul(c ^ word(bytes, at + 8, end), 0xc2b2ae35);
    d = Math.imul(d ^ word(bytes, at + 12, end), 0x27d4eb2f);
    a ^= a >>> 15;
    b ^= b >>> 15;
    c ^= c >>> 15;
    d ^= d >>> 15;
  }
  // Once more before they are put together: ids differ by little, and what differs in two parts must not make up for each other.
  a = Math.imul(a, 0xc2b2ae35);
  b = Math.imul(b, 0x9e3779b1);
  c = Math.imul(c, 0x27d4eb2f);
  d = Math.imul(d, 0x85ebca6b);
  const hash = a ^ (a >>> 13) ^ b ^ (b >>> 13) ^ c ^ (c >>> 13) ^ d ^ (d >>> 13);
  const spread = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return spread ^ (spread >>> 15);
}

/** The bits that are true of bytes. */
export function kindOfBytes(bytes: Uint8Array, start: number, end: number): number {
  if (start === end) return isEmpty;
  let kind = bytes[start] === 0x20 || bytes[end - 1] === 0x20 ? notPlain : 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x20 || byte > 0x7e) kind |= notPlain;
    if (byte < 0x30 || byte > 0x39) kind |= notDigits;
    if (byte >= 0x41 && byte <= 0x5a) kind |= hasUpperCase;
    if (byte >= 0x61 && byte <= 0x7a) kind |= hasLowerCase;
    if (!isIdCharacter(byte)) kind |= notIdCharacters;
  }
  return kind;
}

/** Whether a byte may stand in an id. */
export function isIdCharacter(byte: number): boolean {
  if (byte >= 0x61) return byte <= 0x7a;
  // From - to 9 are the digits with - . / before them, from @ to Z the capital letters with @ before them.
  return (byte >= 0x2d && byte <= 0x39) || (byte >= 0x40 && byte <= 0x5a) || byte === 0x5f;
}

/** Whether two stretches of one length hold the same bytes. */
export function areSameBytes(
  left: Uint8Array,
  leftStart: number,
  right: Uint8Array,
  rightStart: number,
  length: number,
): boolean {
  // Ids tend to differ at their ends.
  for (let at = length - 1; at >= 0; at--) {
    if (left[leftStart + at] !== right[rightStart + at]) return false;
  }
  return true;
}

/** Four bytes, the first one lowest; those past the end count as 0. */
function word(bytes: Uint8Array, at: number, end: number): number {
  if (at + 4 <= end) {
    return (
      (bytes[at] ?? 0) |
      ((bytes[at + 1] ?? 0) << 8) |
      ((bytes[at + 2] ?? 0) << 16) |
      ((bytes[at + 3] ?? 0) << 24)
    );
  }
  let found = 0;
  for (let place = at; place < end; place++) found |= (bytes[place] ?? 0) << ((place - at) * 8);
  return found;
}
