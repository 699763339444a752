import assert from 'node:assert/strict';
import { RosterError } from '../../src/core/errors';

describe('RosterError', () => {
  it('is recognised by code', () => {
    const error = new RosterError('cancelled', 'The upload was cancelled.', 'Nothing was changed.');
    assert.equal(RosterError.is(error), true);
    assert.equal(RosterError.is(error, 'cancelled'), true);
    assert.equal(RosterError.is(error, 'login-refused'), false);
    assert.equal(RosterError.is(new Error('cancelled'), 'cancelled'), false);
  });
});
