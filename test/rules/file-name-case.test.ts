import assert from 'node:assert/strict';
import { check } from '../support/fixture';
import { files } from '../support/manifest-text';

const only = ['file-name-case'];

describe('file-name-case', () => {
  it('accepts exact names', () => {
    check(`${files.orgs}=== academicSessions.csv\n`, { only, version: '1.1' });
  });

  it('reports names and endings in another case, empty files included', () => {
    const { problems } = check(
      `
!! file-name-case Manifest.csv
!! file-name-case academicsessions.csv
!! file-name-case orgs.CSV
=== Manifest.csv
=== academicsessions.csv
=== orgs.CSV
sourcedId
`,
      { only, version: '1.1' },
    );
    assert.deepEqual(problems.map(({ data }) => data['suggestion']).sort(), [
      'academicSessions.csv',
      'manifest.csv',
      'orgs.csv',
    ]);
  });

  it('leaves misspelt names, other versions and a second file to other rules', () => {
    check('=== Org.csv\n=== Roles.csv\n=== users.csv\n=== Users.csv\n', { only, version: '1.1' });
  });

  it('looks at the name behind a folder', () => {
    check('!! file-name-case export/Orgs.csv\n=== export/Orgs.csv\n', { only, version: '1.1', kind: 'zip' });
  });
});
