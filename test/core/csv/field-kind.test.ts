import assert from 'node:assert/strict';
import { hashOfBytes } from '../../../src/core/csv/field-kind';
import { encodeUtf8 } from '../../../src/core/text/utf8';

/** Ids as student information systems number them. */
const ids: Readonly<Record<string, (number: number) => string>> = {
  'a letter and a number': (number) => `u-${String(100_000 + number)}`,
  'a capital and a number': (number) => `S${String(100_000 + number)}`,
  'a number': String,
  'a number of ten digits': (number) => String(number).padStart(10, '0'),
  'two numbers': (number) => `${String(number % 450)}_${String(Math.floor(number / 450))}`,
  'numbers between words': (number) => `2026-${String(number % 300)}-${String(Math.floor(number / 300))}-STU`,
};

describe('hashOfBytes', () => {
  for (const [what, idOf] of Object.entries(ids)) {
    it(`tells ids apart that are ${what}`, () => {
      const count = 150_000;
      const hashes = new Set<number>();
      for (let number = 0; number < count; number++) {
        const bytes = encodeUtf8(idOf(number));
        hashes.add(hashOfBytes(bytes, 0, bytes.length));
      }
      // With 32 bits, chance alone would have 2.6 of them share one; 20 is past all chance.
      assert.ok(count - hashes.size < 20, `${String(count - hashes.size)} share one`);
    });
  }
});
