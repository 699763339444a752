import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, type ByteEdit } from '../../../src/core/edits/byte-edit';
import { EditedBytes } from '../../../src/core/edits/edited-bytes';
import { decodeUtf8, encodeUtf8 } from '../../../src/core/text/utf8';

/** Two numbers for each edit: how far it is from the one before, and how much it takes away. */
const rounds = fc.array(fc.array(fc.tuple(fc.nat(6), fc.nat(4), fc.constantFrom('', 'x', 'new', 'twelve'))));

describe('edits made one after the other', () => {
  it('are the same as all of them in one go', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 60, unit: 'grapheme-ascii' }).map(encodeUtf8),
        rounds,
        (before, plans) => {
          const edited = new EditedBytes(before);
          let bytes = before;
          for (const plan of plans) {
            const edits = editsOf(plan, bytes.length);
            bytes = applyEdits(bytes, edits);
            edited.edit(edits);
            assert.deepEqual(edited.bytes(), bytes);
          }
          assert.deepEqual(applyEdits(before, edited.edits()), bytes);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('leave what they do not touch, and are told in order', () => {
    const edited = new EditedBytes(encodeUtf8('a,b,c\n'));
    edited.edit([{ start: 2, end: 3, text: 'bee' }]);
    edited.edit([
      { start: 6, end: 7, text: 'sea' },
      { start: 0, end: 0, text: '>' },
    ]);
    assert.equal(decodeUtf8(edited.bytes()), '>a,bee,sea\n');
    assert.deepEqual(edited.edits(), [
      { start: 0, end: 0, text: '>' },
      { start: 2, end: 3, text: 'bee' },
      { start: 4, end: 5, text: 'sea' },
    ]);
  });
});

function editsOf(plan: readonly (readonly [number, number, string])[], length: number): readonly ByteEdit[] {
  let at = 0;
  return plan.map(([distance, size, text]) => {
    const start = Math.min(at + distance, length);
    const end = Math.min(start + size, length);
    at = end;
    return { start, end, text };
  });
}
