import assert from 'node:assert/strict';
import { check } from '../support/fixture';
import { files, manifestText } from '../support/manifest-text';

const only = ['version-mismatch', 'unknown-file'];
const marked = (value: string) => `[[${value}|version-mismatch]]`;
const sent = { 'file.orgs': 'bulk', 'file.users': 'bulk' };

describe('version-mismatch', () => {
  it('accepts files of the version, headers with a column too many or too few included', () => {
    check(`${manifestText(sent)}${files.orgs}${files.users}`, { only });
    check(`${manifestText(sent)}${files.orgs.replace('parentSourcedId', 'parent')}${files.users}`, { only });
    check(`${manifestText({ 'file.orgs': 'bulk' }, '1.2')}${files.orgs}`, { only });
  });

  it('reports a header of another version at the row that states it', () => {
    const { problems } = check(
      `${manifestText({ ...sent, 'oneroster.version': marked('1.2') }, '1.2')}${files.orgs}${files.users}`,
      { only },
    );
    assert.equal(problems[0]?.message, 'The manifest says OneRoster 1.2, but users.csv is a file of 1.1');
    assert.deepEqual(
      problems[0].related.map(({ file, record }) => [file, record]),
      [['users.csv', 1]],
    );
  });

  it('reports files that the version does not have, together', () => {
    const { problems } = check(
      `${manifestText({ 'oneroster.version': marked('1.1') })}=== roles.csv\nsourcedId\n=== scoreScales.csv\nsourcedId\n`,
      { only },
    );
    assert.match(
      problems[0]?.message ?? '',
      /^The manifest says OneRoster 1\.1, but 2 of the files are of another version, \w+\.csv of 1\.2$/,
    );
  });

  it('warns of variants that are read as a version', () => {
    for (const [value, version] of [
      ['1.2.1', '1.2'],
      ['1.2_JP', '1.2'],
      ['1.1.1', '1.1'],
    ] as const) {
      const { problems, roster } = check(manifestText({ 'oneroster.version': marked(value) }, version), {
        only,
      });
      assert.equal(problems[0]?.severity, 'warning');
      assert.equal(problems[0].data['suggestion'], version);
      assert.equal(roster.version, version);
    }
  });

  it('reports that the configuration asks for another version', () => {
    const { problems } = check(manifestText({ 'oneroster.version': marked('1.1') }), {
      only,
      version: '1.2',
    });
    assert.equal(
      problems[0]?.message,
      'The manifest says OneRoster 1.1, but 1.2 is what the configuration asks to check',
    );
  });

  it('says nothing where the manifest states no version, a wrong one, or is not there', () => {
    check(`${manifestText({ ...sent, 'oneroster.version': undefined })}${files.users}`, { only });
    check(`${manifestText({ ...sent, 'oneroster.version': '7' })}${files.users}`, { only });
    check(files.users, { only, version: '1.2' });
    check('=== manifest.csv\n', { only });
  });
});
