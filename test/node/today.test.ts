import assert from 'node:assert/strict';
import { today } from '../../src/node/today';

describe('today', () => {
  it('is the day of the place, with two digits for month and day', () => {
    assert.equal(today(new Date(2026, 0, 5, 23, 59)), '2026-01-05');
    assert.equal(today(new Date(2026, 11, 31, 0, 1)), '2026-12-31');
  });

  it('is a day by itself', () => {
    assert.match(today(), /^\d{4}-\d{2}-\d{2}$/);
  });
});
