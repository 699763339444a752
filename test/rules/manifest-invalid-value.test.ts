import assert from 'node:assert/strict';
import { check } from '../support/fixture';
import { files, manifestText } from '../support/manifest-text';

const only = ['manifest-invalid-value'];
const marked = (value: string) => `[[${value}|manifest-invalid-value]]`;

describe('manifest-invalid-value', () => {
  it('accepts the allowed values, variants of the version, blanks round them and any source', () => {
    check(
      `${manifestText({ 'file.orgs': 'bulk', 'file.users': 'delta', 'source.systemName': '', 'source.systemCode': 'x' })}${files.orgs}`,
      { only },
    );
    check(manifestText({ 'oneroster.version': '1.2.1' }, '1.2'), { only });
    check(manifestText({ 'oneroster.version': '1.1.1', 'file.users': ' absent' }), { only });
  });

  it('knows what a spreadsheet makes of 1.0', () => {
    const { problems } = check(manifestText({ 'manifest.version': marked('1') }), { only });
    assert.equal(
      problems[0]?.message,
      'manifest.version is "1" and has to be "1.0"; a spreadsheet makes 1 of 1.0',
    );
    assert.equal(problems[0].data['suggestion'], '1.0');
  });

  it('offers the nearest value, for a wrong letter case too', () => {
    for (const [value, suggestion] of [
      ['Bulk', 'bulk'],
      ['absnt', 'absent'],
      ['DELTA', 'delta'],
    ]) {
      const { problems } = check(manifestText({ 'file.users': marked(value ?? '') }), { only });
      assert.equal(problems[0]?.data['suggestion'], suggestion);
    }
  });

  it('says what is allowed', () => {
    const { problems } = check(manifestText({ 'file.users': marked('full'), 'file.orgs': marked('') }), {
      only,
    });
    assert.deepEqual(
      problems.map(({ message }) => message),
      [
        'file.orgs has no value; allowed is "absent", "bulk" or "delta"',
        'file.users cannot be "full"; allowed is "absent", "bulk" or "delta"',
      ],
    );
  });

  it('reports a version that does not exist, and leaves those that do to version-mismatch', () => {
    for (const value of ['2.0', '1.0', 'v1.1'])
      check(manifestText({ 'oneroster.version': marked(value) }), { only, version: '1.1' });
    check(manifestText(), { only, version: '1.2' });
  });

  it('leaves unknown properties, rows of another width and invisible characters to other rules', () => {
    check(manifestText({ 'fiel.users': 'x', 'file.users': 'bulk,', 'file.orgs': 'ab\\u200bsent' }), { only });
  });

  it('finds nothing in an empty manifest', () => {
    check('=== manifest.csv\n', { only, version: '1.1' });
  });
});
