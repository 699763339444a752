import assert from 'node:assert/strict';
import { check } from '../support/fixture';
import { files, manifestText } from '../support/manifest-text';

const only = ['empty-file'];

describe('empty-file', () => {
  it('accepts files with a header, with or without records, even a damaged one', () => {
    check(`${files.users}${files.orgs.split('\n').slice(0, 3).join('\n')}`, { only });
    check('=== orgs.csv\nSOURCEDID,nam,typ\no1,North High,school\n', { only, version: '1.1' });
    check('=== orgs.csv\nsourcedId;name;type\no1;North High;school\n', { only, version: '1.1' });
  });

  it('reports a file without bytes, with a byte order mark only, and with blank lines only', () => {
    check('!! empty-file orgs.csv\n!! empty-file users.csv\n=== orgs.csv\n=== users.csv\n\\r', {
      only,
      version: '1.1',
    });
    const { problems } = check('=== orgs.csv !\n\\ufeff[[|empty-file]]', { only, version: '1.1' });
    assert.equal(
      problems[0]?.message,
      'orgs.csv is empty; a file with nothing to say is left out, and one that is there begins with a header',
    );
  });

  it('reports an empty line where the header should be', () => {
    const { problems } = check(files.orgs.replace('sourcedId', '[[|empty-file]]\nsourcedId'), { only });
    assert.equal(
      problems[0]?.message,
      'orgs.csv begins with an empty line; the first line has to be the header',
    );
  });

  it('reports a file that begins with its first record, and no other rule adds to it', () => {
    const { problems } = check(
      `${manifestText({ 'file.orgs': 'bulk' })}
=== orgs.csv
[[|empty-file]]o1,,,North High,school,,
o2,,,South High,school,,
`,
    );
    assert.equal(problems[0]?.messageId, 'noHeader');
  });

  it('is not misled by a first record with a value that is the name of a column', () => {
    const sessions = `=== academicSessions.csv
[[|empty-file]]y1,,,2026/27,schoolYear,2026-08-17,2027-06-18,,2027
s1,,,Fall,semester,2026-08-17,2027-01-16,y1,2027
`;
    check(`${manifestText({ 'file.academicSessions': 'bulk' })}${sessions}`);
    const profiles = `=== userProfiles.csv
[[|empty-file]]p1,,,u1,library,press,,,username,ada,
`;
    check(profiles, { only, version: '1.2' });
  });

  it('says that a manifest is empty, and no rule asks for its rows', () => {
    check('!! empty-file manifest.csv\n=== manifest.csv\n', { version: '1.1' });
    check('=== manifest.csv\nmanifest.version,1.0\n', { only });
  });

  it('leaves files that no specification names alone', () => {
    check('=== notes.csv\n', { only });
  });
});
