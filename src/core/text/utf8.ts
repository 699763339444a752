/** The UTF-8 byte order mark. */
export const byteOrderMark: readonly number[] = [0xef, 0xbb, 0xbf];

const replacementCharacter = '\ufffd';

/**
 * Decodes bytes `start` to `end` (exclusive) as UTF-8. Bytes that are not UTF-8 become U+FFFD, one each, so that a
 * damaged file can still be shown.
 */
export function decodeUtf8(bytes: Uint8Array, start = 0, end = bytes.length): string {
  let text = '';
  let at = start;
  while (at < end) {
    const asciiEnd = endOfAscii(bytes, at, Math.min(end, at + 1024));
    if (asciiEnd > at) {
      text += asciiText(bytes, at, asciiEnd);
      at = asciiEnd;
      continue;
    }
    const length = sequenceLength(bytes, at, end);
    text += length === 0 ? replacementCharacter : String.fromCodePoint(codePointAt(bytes, at, length));
    at += Math.max(length, 1);
  }
  return text;
}

/** Encodes text as UTF-8; a lone surrogate becomes U+FFFD. */
export function encodeUtf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) {
      bytes[length++] = unit;
      continue;
    }
    const point = wellFormedCodePoint(text, at);
    if (point > 0xffff) at++;
    length = writeSequence(bytes, length, point);
  }
  return bytes.slice(0, length);
}

/** The offset of the first byte from `start` on that is not part of valid UTF-8, or -1 where all of it is. */
export function firstInvalidUtf8(bytes: Uint8Array, start = 0, end = bytes.length): number {
  let at = start;
  while (at < end) {
    if ((bytes[at] ?? 0) < 0x80) {
      at++;
      continue;
    }
    const length = sequenceLength(bytes, at, end);
    if (length === 0) return at;
    at += length;
  }
  return -1;
}

/** The number of UTF-16 units that the bytes `start` to `end` (exclusive) make when decoded. */
export function utf16Length(bytes: Uint8Array, start: number, end: number): number {
  let units = 0;
  for (let at = start; at < end;) {
    if ((bytes[at] ?? 0) < 0x80) {
      at++;
      units++;
      continue;
    }
    const length = sequenceLength(bytes, at, end);
    units += length === 4 ? 2 : 1;
    at += Math.max(length, 1);
  }
  return units;
}

/** The number of bytes that `text` takes in UTF-8. */
export function utf8Length(text: string): number {
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) length += 1;
    else if (unit < 0x800) length += 2;
    else if (wellFormedCodePoint(text, at) > 0xffff) {
      length += 4;
      at++;
    } else length += 3;
  }
  return length;
}

/** Turns UTF-16 bytes into UTF-8 bytes, leaving out the byte order mark. */
export function utf16ToUtf8(bytes: Uint8Array, littleEndian: boolean): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pieces: string[] = [];
  const codes: number[] = [];
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const unit = view.getUint16(at, littleEndian);
    if (at > 0 || unit !== 0xfeff) codes.push(unit);
    if (codes.length === 4096) pieces.push(String.fromCharCode(...codes.splice(0)));
  }
  pieces.push(String.fromCharCode(...codes));
  return encodeUtf8(pieces.join(''));
}

/** Up to this length it is faster to name each byte than to hand over a list of them. */
const shortText = 128;

function asciiText(bytes: Uint8Array, start: number, end: number): string {
  if (end - start > shortText) {
    // Spread out one by one they would take five times as long.
    const codes: ArrayLike<number> = bytes.subarray(start, end);
    return Reflect.apply(String.fromCharCode, String, codes as number[]);
  }
  let text = '';
  let at = start;
  for (; at + 8 <= end; at += 8) {
    text += String.fromCharCode(
      bytes[at] ?? 0,
      bytes[at + 1] ?? 0,
      bytes[at + 2] ?? 0,
      bytes[at + 3] ?? 0,
      bytes[at + 4] ?? 0,
      bytes[at + 5] ?? 0,
      bytes[at + 6] ?? 0,
      bytes[at + 7] ?? 0,
    );
  }
  for (; at < end; at++) text += String.fromCharCode(bytes[at] ?? 0);
  return text;
}

function endOfAscii(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && (bytes[at] ?? 0x80) < 0x80) at++;
  return at;
}

/** The length of the well-formed sequence at `at` (RFC 3629: no overlong forms, no surrogates), or 0. */
function sequenceLength(bytes: Uint8Array, at: number, end: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const length =
    lead >= 0xc2 && lead <= 0xdf
      ? 2
      : lead >= 0xe0 && lead <= 0xef
        ? 3
        : lead >= 0xf0 && lead <= 0xf4
          ? 4
          : 0;
  if (length === 0 || at + length > end) return 0;
  const second = bytes[at + 1] ?? 0;
  const lowest = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const highest = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (second < lowest || second > highest) return 0;
  for (let next = at + 2; next < at + length; next++) {
    if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  return length;
}

function codePointAt(bytes: Uint8Array, at: number, length: number): number {
  const lead = bytes[at] ?? 0;
  let point = length === 1 ? lead : lead & (0xff >> (length + 1));
  for (let next = at + 1; next < at + length; next++) point = (point << 6) | ((bytes[next] ?? 0) & 0x3f);
  return point;
}

function wellFormedCodePoint(text: string, at: number): number {
  const point = text.codePointAt(at) ?? 0xfffd;
  return point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
}

function writeSequence(bytes: Uint8Array, at: number, point: number): number {
  if (point < 0x800) {
    bytes[at] = 0xc0 | (point >> 6);
    bytes[at + 1] = 0x80 | (point & 0x3f);
    return at + 2;
  }
  if (point < 0x10000) {
    bytes[at] = 0xe0 | (point >> 12);
    bytes[at + 1] = 0x80 | ((point >> 6) & 0x3f);
    bytes[at + 2] = 0x80 | (point & 0x3f);
    return at + 3;
  }
  bytes[at] = 0xf0 | (point >> 18);
  bytes[at + 1] = 0x80 | ((point >> 12) & 0x3f);
  bytes[at + 2] = 0x80 | ((point >> 6) & 0x3f);
  bytes[at + 3] = 0x80 | (point & 0x3f);
  return at + 4;
}
