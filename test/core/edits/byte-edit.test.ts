import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/edits/byte-edit';
import { csvField } from '../../../src/core/edits/write-field';
import { encodeUtf8 } from '../../../src/core/text/utf8';

describe('edits of bytes', () => {
  const edited = (text: string, ...edits: readonly [number, number, string][]) => {
    const inBytes = edits.map(([start, end, replacement]) => ({ start, end, text: replacement }));
    return new TextDecoder().decode(applyEdits(encodeUtf8(text), inBytes));
  };

  it('replace, insert and delete, in whatever order they come', () => {
    assert.equal(edited('abcdef', [4, 5, ''], [0, 1, 'Ä'], [2, 2, '-']), 'Äb-cdf');
  });

  it('keep the order of two at one place', () => {
    assert.equal(edited('ab', [1, 1, '1'], [1, 1, '2']), 'a12b');
  });

  it('must not overlap', () => {
    assert.throws(() => edited('abcdef', [0, 3, ''], [2, 4, '']), RangeError);
  });
});

describe('a value in a CSV file', () => {
  it('is in quotes where it has to be, or was', () => {
    assert.equal(csvField('plain'), 'plain');
    assert.equal(csvField('a,b'), '"a,b"');
    assert.equal(csvField('say "x"'), '"say ""x"""');
    assert.equal(csvField('plain', true), '"plain"');
  });
});
