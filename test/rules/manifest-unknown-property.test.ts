import assert from 'node:assert/strict';
import { check } from '../support/fixture';
import { manifestText } from '../support/manifest-text';

const only = ['manifest-unknown-property', 'manifest-missing-property'];

describe('manifest-unknown-property', () => {
  it('accepts the properties of the version, optional ones and blanks round them included', () => {
    check(manifestText({ 'source.systemName': 'SIS', 'source.systemCode': '' }), { only });
    check(manifestText({}, '1.2'), { only });
    check(manifestText({ 'file.users': undefined, ' file.users ': 'absent' }), { only });
  });

  it('names the property that a misspelt one was meant to be, once', () => {
    for (const name of ['fiel.demographics', 'file.Demographics', 'file.demographic']) {
      const { problems } = check(
        manifestText({ 'file.demographics': undefined, [`[[${name}|manifest-unknown-property]]`]: 'absent' }),
        { only },
      );
      assert.equal(problems[0]?.severity, 'error');
      assert.equal(problems[0].data['suggestion'], 'file.demographics');
    }
  });

  it('marks a misspelt property without the blanks round it', () => {
    check(manifestText({ 'file.users': undefined, ' [[file.user|manifest-unknown-property]]': 'absent' }), {
      only,
    });
  });

  it('warns of properties of another version and of further ones', () => {
    const { problems } = check(
      manifestText({
        '[[file.userProfiles|manifest-unknown-property]]': 'absent',
        '[[vendor.oneroster.version|manifest-unknown-property]]': '1.1',
      }),
      { only },
    );
    assert.deepEqual(
      problems.map(({ severity, message }) => [severity, message]),
      [
        ['warning', '"file.userProfiles" is a property of OneRoster 1.2, and this roster is of 1.1'],
        ['warning', '"vendor.oneroster.version" is no property of the manifest in OneRoster 1.1'],
      ],
    );
  });

  it('finds nothing in rows of another width, blank rows and an empty manifest', () => {
    check(`${manifestText()}A note of ours\n\n`, { only });
    check('=== manifest.csv\n', { only, version: '1.1' });
  });
});
