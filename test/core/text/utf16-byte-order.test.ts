import assert from 'node:assert/strict';
import { utf16ByteOrder } from '../../../src/core/text/utf16-byte-order';
import { encodeUtf8 } from '../../../src/core/text/utf8';

describe('utf16ByteOrder', () => {
  it('goes by the byte order mark', () => {
    assert.equal(utf16ByteOrder(Uint8Array.of(0xff, 0xfe)), 'little-endian');
    assert.equal(utf16ByteOrder(Uint8Array.of(0xfe, 0xff, 0, 0x61)), 'big-endian');
  });

  it('goes by the NUL in every second byte where there is no mark', () => {
    const text = 'sourcedId,status,dateLastModified,name';
    const little = Uint8Array.from([...encodeUtf8(text)].flatMap((byte) => [byte, 0]));
    const big = Uint8Array.from([...encodeUtf8(text)].flatMap((byte) => [0, byte]));
    assert.equal(utf16ByteOrder(little), 'little-endian');
    assert.equal(utf16ByteOrder(big), 'big-endian');
  });

  it('takes neither UTF-8 nor stray NULs nor a file of NULs for UTF-16', () => {
    for (const text of ['', 'a', '\ufeffsourcedId,status', 'source\0dId,status', '\0'.repeat(64)]) {
      assert.equal(utf16ByteOrder(encodeUtf8(text)), undefined);
    }
  });
});
