import assert from 'node:assert/strict';
import { check } from '../support/fixture';
import { files, manifestText } from '../support/manifest-text';

const only = ['unknown-file'];

describe('unknown-file', () => {
  it('accepts the files of the version, gradebook and other letter case included', () => {
    check(
      `${manifestText()}${files.orgs}
=== categories.csv
sourcedId,status,dateLastModified,title
=== lineItems.csv
=== Users.csv
=== export/users.csv
`,
      { only, kind: 'zip' },
    );
  });

  it('mentions a file that no specification names', () => {
    const { problems } = check(`!! unknown-file notes.csv\n${files.orgs}=== notes.csv\nwhen,what\n`, {
      only,
    });
    assert.equal(problems[0]?.severity, 'information');
    assert.equal(problems[0].message, 'notes.csv is no file of OneRoster 1.1; it was not checked');
  });

  it('names the file that a misnamed one was meant to be, as an error', () => {
    const { problems } = check(
      `
!! unknown-file enrolments.csv
!! unknown-file people.csv${files.users.replace('users.csv', 'people.csv')}
=== enrolments.csv
sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role
`,
      { only, version: '1.1' },
    );
    assert.deepEqual(
      problems.map(({ severity, data }) => [severity, data['suggestion']]),
      [
        ['error', 'users.csv'],
        ['error', 'enrollments.csv'],
      ],
    );
  });

  it('takes a misnamed file for no other if the right one is there, or if the columns are its own', () => {
    const { problems } = check(
      `
!! unknown-file users (1).csv
!! unknown-file relationships.csv
!! unknown-file user.csv
${files.users}${files.users.replace('users.csv', 'users(1).csv')}
=== relationships.csv
sourcedId,status,dateLastModified,userSourcedId,relation
=== user.csv
id,name
`.replace('users (1).csv', 'users(1).csv'),
      { only, version: '1.1' },
    );
    assert.deepEqual([...new Set(problems.map(({ severity }) => severity))], ['information']);
  });

  it('offers the nearest name of a missing file', () => {
    const { problems } = check('!! unknown-file org.csv\n=== org.csv\nid,label\n', { only, version: '1.1' });
    assert.equal(
      problems[0]?.message,
      'org.csv is no file of OneRoster 1.1, though orgs.csv is; it was not checked',
    );
  });

  it('names the versions that have the file, unless version-mismatch does', () => {
    const roles = '=== roles.csv\nsourcedId\n';
    const { problems } = check(`!! unknown-file roles.csv\n${files.orgs}${roles}`, { only, version: '1.1' });
    assert.equal(
      problems[0]?.message,
      'roles.csv is a file of OneRoster 1.2, not of 1.1; it was not checked',
    );
    check(`${manifestText()}${roles}`, { only });
  });

  it('groups what a system left in a zip, and does not read it', () => {
    const { problems, roster } = check(
      `
!! unknown-file __MACOSX/._users.csv
!! unknown-file .DS_Store
!! unknown-file readme.txt
${manifestText()}${files.orgs}
=== __MACOSX/
=== __MACOSX/._users.csv
\\0\\0
=== __MACOSX/._orgs.csv
\\0\\0
=== .DS_Store
\\0
=== readme.txt
hello
`,
      { only, kind: 'zip' },
    );
    assert.deepEqual(problems.map(({ count }) => count).sort(), [1, 1, 2]);
    assert.deepEqual(
      roster.tables.map(({ file }) => file),
      ['manifest.csv', 'orgs.csv'],
    );
  });
});
