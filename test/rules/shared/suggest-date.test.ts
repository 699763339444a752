import assert from 'node:assert/strict';
import fc from 'fast-check';
import { encodeUtf8 } from '../../../src/core/text/utf8';
import { formatDay, isDay, readDay } from '../../../src/core/rules/shared/calendar';
import { isAmbiguousDate, suggestDate } from '../../../src/core/rules/shared/suggest-date';

const read = (text: string) => readDay(encodeUtf8(text), 0, text.length);

describe('the calendar', () => {
  it('has the days that every computer knows, and no other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.nat(14), fc.nat(33), (year, month, day) => {
        const date = new Date(0);
        date.setUTCFullYear(year, month - 1, day);
        const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
        assert.equal(isDay(year, month, day), isReal);
        assert.equal(read(formatDay(year, month, day)) > 0, isReal);
      }),
    );
  });

  it('reads days so that they compare like numbers, blanks left aside', () => {
    assert.equal(read(' 2026-08-15\t'), 20_260_815);
    assert.equal(read('2026-8-15'), -1);
    assert.equal(read(''), -1);
  });
});

describe('suggestDate', () => {
  it('names a day only where it is the only one that can be meant', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), (month, day) => {
        const date = formatDay(2026, month, day);
        const isCertain = day > 12 || day === month;
        for (const text of [`${String(month)}/${String(day)}/2026`, `${String(day)}/${String(month)}/2026`]) {
          assert.equal(suggestDate(text), isCertain ? date : undefined);
          assert.equal(isAmbiguousDate(text), !isCertain);
        }
      }),
    );
  });
});
