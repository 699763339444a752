import assert from 'node:assert/strict';
import { check } from '../support/fixture';
import { files, manifestText } from '../support/manifest-text';

const only = ['manifest-file-mismatch'];
const marked = (value: string) => `[[${value}|manifest-file-mismatch]]`;

describe('manifest-file-mismatch', () => {
  it('accepts bulk and delta files side by side, and absent ones that are not there', () => {
    check(`${manifestText({ 'file.orgs': 'bulk', 'file.users': 'delta' })}${files.orgs}${files.users}`, {
      only,
    });
  });

  it('reports files that are there and absent, and those that are announced and not there', () => {
    const { problems } = check(
      `${manifestText({ 'file.orgs': marked('absent'), 'file.users': marked('bulk'), 'file.results': marked('delta') })}${files.orgs}`,
      { only },
    );
    assert.deepEqual(
      problems.map(({ message }) => message),
      [
        'The manifest says that orgs.csv is absent, but it is there',
        'The manifest says that results.csv is sent as delta, but it is not there',
        'The manifest says that users.csv is sent as bulk, but it is not there',
      ],
    );
    assert.equal(problems[0]?.related[0]?.file, 'orgs.csv');
  });

  it('reports an empty file that is there', () => {
    check(`${manifestText({ 'file.orgs': marked('absent') })}=== orgs.csv\n`, { only });
  });

  it('leaves a file that others need to missing-file', () => {
    check(`${manifestText({ 'file.orgs': '[[bulk|missing-file]]', 'file.users': 'bulk' })}${files.users}`, {
      only: [...only, 'missing-file'],
    });
  });

  it('leaves a misnamed file to unknown-file, and other letter case and folders to theirs', () => {
    check(
      `!! unknown-file organisations.csv${manifestText({ 'file.orgs': 'bulk' })}${files.orgs.replace('orgs.csv', 'organisations.csv')}`,
      { only: [...only, 'unknown-file', 'missing-file'] },
    );
    for (const name of ['Orgs.csv', 'export/orgs.csv']) {
      check(`${manifestText({ 'file.orgs': 'bulk' })}${files.orgs.replace('orgs.csv', name)}`, {
        only,
        kind: 'zip',
      });
    }
  });

  it('leaves wrong values, misspelt and missing properties alone', () => {
    check(`${manifestText({ 'file.orgs': 'Absent' })}${files.orgs}`, { only });
    check(`${manifestText({ 'file.orgs': undefined, 'fiel.orgs': 'absent' })}${files.orgs}`, { only });
    check(`${manifestText({ 'file.orgs': undefined })}${files.orgs}`, { only });
  });

  it('finds nothing in an empty manifest', () => {
    check(`=== manifest.csv\n${files.orgs}`, { only });
  });
});
