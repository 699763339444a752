/** An encoding of one or two bytes a character that files come in instead of UTF-8. */
export type LegacyEncoding = 'Windows-1252' | 'Shift-JIS';

/** The bytes that stand for nothing in Windows-1252. */
const unusedInWindows1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/**
 * The encoding that a file which is not UTF-8 is most likely in, or undefined. Shift-JIS: all bytes make characters of it,
 * and its two-byte characters stand side by side, as Japanese ones do; accented letters of Windows-1252 may look like one,
 * but stand alone among others.
 */
export function guessEncoding(bytes: Uint8Array): LegacyEncoding | undefined {
  if (isShiftJis(bytes)) return 'Shift-JIS';
  return bytes.some((byte) => unusedInWindows1252.has(byte)) ? undefined : 'Windows-1252';
}

function isShiftJis(bytes: Uint8Array): boolean {
  let pairs = 0;
  let neighbours = 0;
  let lastEnd = -1;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80 || isHalfWidth(byte)) continue;
    if (!isLead(byte) || !isTrail(bytes[at + 1] ?? 0)) return false;
    pairs++;
    if (lastEnd === at) neighbours++;
    at++;
    lastEnd = at + 1;
  }
  return pairs > 0 && neighbours * 4 >= pairs;
}

/** A half-width katakana. */
function isHalfWidth(byte: number): boolean {
  return byte >= 0xa1 && byte <= 0xdf;
}

function isLead(byte: number): boolean {
  return (byte >= 0x81 && byte <= 0x9f) || (byte >= 0xe0 && byte <= 0xfc);
}

function isTrail(byte: number): boolean {
  return byte >= 0x40 && byte <= 0xfc && byte !== 0x7f;
}
