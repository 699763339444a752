const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = (value & 1) === 0 ? value >>> 1 : (value >>> 1) ^ 0xedb8_8320;
  return value >>> 0;
});

/**
 * The CRC-32 of bytes that come in pieces: hand the last result in with the next piece. `node:zlib` has one only from
 * Node 20.15 on.
 */
export function crc32(bytes: Uint8Array, previous = 0): number {
  let value = ~previous >>> 0;
  // An index is several times faster than an iterator here.
  const { length } = bytes;
  for (let at = 0; at < length; at++) value = (value >>> 8) ^ (table[(value ^ (bytes[at] ?? 0)) & 0xff] ?? 0);
  return ~value >>> 0;
}
