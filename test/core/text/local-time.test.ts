import assert from 'node:assert/strict';
import { localTime } from '../../../src/core/text/local-time';

describe('localTime', () => {
  it('writes a time as it is where people are, with two digits for each part', () => {
    const write = (...parts: readonly [number, number, number, number, number, number]) =>
      localTime(new Date(...parts).toISOString());
    assert.equal(write(2026, 10, 25, 23, 30, 59), '2026-11-25 23:30');
    assert.equal(write(2026, 0, 2, 3, 4, 0), '2026-01-02 03:04');
  });
});
