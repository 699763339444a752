import assert from 'node:assert/strict';
import { decodeText } from '../../src/node/decode-text';

describe('reading text that is not UTF-8', () => {
  it('knows the characters of Windows-1252 that Latin-1 does not have', () => {
    const bytes = Uint8Array.of(
      0x80,
      0x84,
      0x8e,
      0x91,
      0x92,
      0x93,
      0x94,
      0x96,
      0x99,
      0x9c,
      0x9e,
      0x9f,
      0xe9,
      0x41,
    );
    assert.equal(decodeText(bytes, 'Windows-1252'), '€„Ž‘’“”–™œžŸéA');
  });

  it('knows Japanese, and UTF-16 of both orders, without its mark', () => {
    assert.equal(decodeText(Uint8Array.of(0x93, 0x8c, 0x8b, 0x9e), 'Shift-JIS'), '東京');
    assert.equal(decodeText(Uint8Array.of(0xff, 0xfe, 0xe4, 0x00), 'UTF-16LE'), 'ä');
    assert.equal(decodeText(Uint8Array.of(0xfe, 0xff, 0x00, 0xe4), 'UTF-16BE'), 'ä');
  });
});
