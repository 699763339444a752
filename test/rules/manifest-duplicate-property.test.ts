import assert from 'node:assert/strict';
import { check } from '../support/fixture';
import { manifestText } from '../support/manifest-text';

const only = ['manifest-duplicate-property', 'manifest-unknown-property', 'manifest-file-mismatch'];

describe('manifest-duplicate-property', () => {
  it('accepts each property once', () => {
    check(manifestText(), { only });
  });

  it('reports the second row and points to the first', () => {
    const { problems } = check(`${manifestText()}[[file.users|manifest-duplicate-property]],absent\n`, {
      only,
    });
    assert.equal(
      problems[0]?.message,
      '"file.users" is stated already in record 16; each property stands once',
    );
    assert.equal(problems[0].related[0]?.record, 16);
  });

  it('says so where the two contradict each other, and no other rule builds on them', () => {
    const { problems } = check(`${manifestText()}[[file.users|manifest-duplicate-property]],bulk\n`, {
      only,
    });
    assert.equal(
      problems[0]?.message,
      '"file.users" is "bulk" here and "absent" in record 16; each property stands once',
    );
  });

  it('takes another letter case for a misspelt property', () => {
    check(`${manifestText()}[[file.Users|manifest-unknown-property]],absent\n`, { only });
  });

  it('finds nothing in blank rows and an empty manifest', () => {
    check(`${manifestText()}\n,\n,\n`, { only });
    check('=== manifest.csv\n', { only, version: '1.1' });
  });
});
