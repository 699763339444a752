import assert from 'node:assert/strict';
import fc from 'fast-check';
import { indexLines } from '../../../src/core/text/line-index';
import {
  decodeUtf8,
  encodeUtf8,
  firstInvalidUtf8,
  utf16Length,
  utf16ToUtf8,
  utf8Length,
} from '../../../src/core/text/utf8';

describe('UTF-8', () => {
  it('agrees with TextEncoder and TextDecoder', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const bytes = encodeUtf8(text);
        assert.deepEqual([...bytes], [...new TextEncoder().encode(text)]);
        assert.equal(decodeUtf8(bytes), text.toWellFormed());
        assert.equal(utf8Length(text), bytes.length);
        assert.equal(utf16Length(bytes, 0, bytes.length), text.length);
        assert.equal(firstInvalidUtf8(bytes), -1);
      }),
    );
  });

  it('finds the first bad byte wherever TextDecoder refuses', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => {
        const first = firstInvalidUtf8(bytes);
        const refused = !isAccepted(bytes);
        assert.equal(first >= 0, refused);
        if (refused) assert.equal(isAccepted(bytes.subarray(0, first)), true);
      }),
    );
  });

  it('reads UTF-16 of both byte orders', () => {
    const text = 'Zoë 😀';
    const little = new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
    const big = little.slice();
    for (let at = 0; at < big.length; at += 2) big.set([little[at + 1] ?? 0, little[at] ?? 0], at);
    assert.equal(decodeUtf8(utf16ToUtf8(little, true)), text);
    assert.equal(decodeUtf8(utf16ToUtf8(big, false)), text);
  });
});

describe('indexLines', () => {
  it('counts lines as VS Code does and columns in UTF-16 units', () => {
    const bytes = encodeUtf8('\ufeffé😀x\r\n"a\rb"\nlast');
    const lines = indexLines(bytes);
    assert.equal(lines.lineCount, 4);
    const at = bytes.indexOf('x'.charCodeAt(0));
    assert.deepEqual(lines.positionAt(at), { line: 1, column: 4 });
    assert.equal(lines.offsetAt({ line: 1, column: 4 }), at);
    assert.deepEqual(lines.positionAt(at + 1), { line: 1, column: 5 });
    assert.deepEqual(lines.positionAt(at), { line: 1, column: 4 });
    assert.deepEqual(lines.positionAt(0), { line: 1, column: 1 });
    assert.deepEqual(lines.positionAt(bytes.length + 5), { line: 4, column: 5 });
    assert.equal(lines.offsetAt({ line: 2, column: 99 }), bytes.indexOf(0x0d, at + 2));
    assert.equal(lines.offsetAt({ line: 99, column: 1 }), bytes.length);
  });
});

function isAccepted(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
