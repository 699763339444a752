import assert from 'node:assert/strict';
import { localDay, localMoment } from '../../../src/core/text/local-time';
import { inEnglish, inLanguage, spoken } from '../../../src/core/text/say';

const german = inLanguage('de', {
  '{year}-{month}-{day}': '{day}.{month}.{year}',
  '{year}-{month}-{day} {hour}:{minute}': '{day}.{month}.{year}, {hour}:{minute}',
});
/** As ISO 8601, of a moment by the clock of this computer. */
const iso = (...parts: readonly [number, number, number, number, number, number]) =>
  new Date(...parts).toISOString();

describe('localMoment', () => {
  it('is the time as it is where people are, with two digits for each part', () => {
    assert.equal(spoken(localMoment(iso(2026, 10, 25, 23, 30, 59)), inEnglish), '2026-11-25 23:30');
    assert.equal(spoken(localMoment(iso(2026, 0, 2, 3, 4, 0)), inEnglish), '2026-01-02 03:04');
  });

  it('is written as the language writes it', () => {
    assert.equal(spoken(localMoment(iso(2026, 0, 2, 3, 4, 0)), german), '02.01.2026, 03:04');
  });
});

describe('localDay', () => {
  it('is the day as it is where people are', () => {
    assert.equal(spoken(localDay(iso(2026, 0, 2, 0, 1, 0)), inEnglish), '2026-01-02');
    assert.equal(spoken(localDay(iso(2026, 0, 2, 23, 59, 0)), german), '02.01.2026');
  });
});
