import type { Decode } from '../core/fixes/engine/file-draft';

/** Reads bytes in an encoding, a byte order mark left out. */
export const decodeText: Decode = (bytes, encoding) => {
  switch (encoding) {
    case 'UTF-16LE':
      return new TextDecoder('utf-16le').decode(bytes);
    case 'UTF-16BE':
      return new TextDecoder('utf-16be').decode(bytes);
    case 'Shift-JIS':
      return new TextDecoder('shift_jis').decode(bytes);
    case 'Windows-1252':
      return decodeWindows1252(bytes);
  }
};

/** Some versions of Node read it as Latin-1, in which the bytes from 0x80 to 0x9f are control characters. */
function decodeWindows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  return latin1.replace(/[\u0080-\u009f]/g, (character) => own[character.charCodeAt(0) - 0x80] ?? character);
}

/** What Windows-1252 has where Latin-1 has control characters; the blanks stand for nothing. */
const own = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';
