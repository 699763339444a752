/** How many bytes at the start of a file are looked at. Column names are ASCII, so a header's first ones are enough. */
const sampleSize = 64;

/** The order of the bytes in each UTF-16 unit. */
export type Utf16ByteOrder = 'little-endian' | 'big-endian';

/**
 * The byte order of a file saved as UTF-16: told by its byte order mark or, where there is none, by a NUL in every second
 * byte of its first column names. Undefined for every other file.
 */
export function utf16ByteOrder(bytes: Uint8Array): Utf16ByteOrder | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'little-endian';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'big-endian';
  const sample = bytes.subarray(0, sampleSize);
  if (sample.length < 8) return undefined;
  const zeros = [0, 0];
  for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const half = Math.floor(sample.length / 2);
  if (even === 0 && odd === half) return 'little-endian';
  return odd === 0 && even >= half ? 'big-endian' : undefined;
}
