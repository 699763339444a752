import assert from 'node:assert/strict';
import { ownReason, saidReason } from '../../../src/core/delivery/own-reason';
import { inEnglish, inLanguage, spoken } from '../../../src/core/text/say';

const german = inLanguage('de', {
  'Rolled back to {id}': 'Zurückgesetzt auf {id}',
  'Uploaded again: {id}': 'Noch einmal hochgeladen: {id}',
});

describe('reasons on receipts', () => {
  it('that are our own are said in the reader’s language', () => {
    const written = (['again', 'rollback'] as const).map((why) => spoken(ownReason(why, 'a/b-1'), inEnglish));
    assert.deepEqual(written, ['Uploaded again: a/b-1', 'Rolled back to a/b-1']);
    assert.deepEqual(
      written.map((reason) => saidReason(reason, german)),
      ['Noch einmal hochgeladen: a/b-1', 'Zurückgesetzt auf a/b-1'],
    );
    assert.deepEqual(
      written.map((reason) => saidReason(reason, inEnglish)),
      written,
    );
  });

  it('that people have written stay as they are', () => {
    for (const reason of ['New school year', 'Rolled back to what we had', 'Uploaded again: twice, sorry'])
      assert.equal(saidReason(reason, german), reason);
  });
});
