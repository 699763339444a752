import assert from 'node:assert/strict';
import fc from 'fast-check';
import { encodeUtf8 } from '../../../src/core/text/utf8';
import { formatDay, isDay, readDay } from '../../../src/core/rules/shared/calendar';
import { suggestDate } from '../../../src/core/rules/shared/suggest-date';

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
  it('reads a date with the year first, whatever stands between its numbers', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), (month, day) => {
        const date = formatDay(2026, month, day);
        const texts = [`2026-${String(month)}-${String(day)}`, date.replaceAll('-', ''), `${date}T08:00:00`];
        for (const text of texts) assert.equal(suggestDate(text), date);
      }),
    );
  });

  it('leaves dates with the year last, and days that there are not', () => {
    for (const text of ['8/15/2026', '15.8.2026', '2026-2-30', '202681', '15-Aug']) {
      assert.equal(suggestDate(text), undefined);
    }
  });
});
