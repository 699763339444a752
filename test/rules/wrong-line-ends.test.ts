import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['wrong-line-ends'];
const profileId = 'apple-school-manager';
const header = 'sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId';

describe('wrong-line-ends', () => {
  it('accepts LF, and CRLF where the profile lets both pass', () => {
    check(`=== orgs.csv\n${header}\no1,,,North High,school,,\n`, { only, version: '1.1', profileId });
    check(`=== orgs.csv\n${header}\\r\no1,,,North High,school,,\\r\n`, { only, version: '1.1' });
  });

  it('marks the first CRLF of a file, and counts all', () => {
    const { problems } = check(
      `=== orgs.csv\n${header}\no1,,,North High,school,,[[\\r\n|wrong-line-ends]]o2,,,South High,school,,\\r\n`,
      { only, version: '1.1', profileId },
    );
    assert.match(problems[0]?.message ?? '', /all at 2 of 3\); Apple School Manager demands LF/);
    assert.equal(problems[0]?.record, 2);
  });

  it('is the only one to speak of mixed line ends there', () => {
    check(`=== orgs.csv\n${header}[[\\r\n|wrong-line-ends]]o1,,,North High,school,,\n`, {
      only: ['wrong-line-ends', 'mixed-line-endings'],
      version: '1.1',
      profileId,
    });
  });

  it('leaves unknown files alone, and line breaks inside quotes', () => {
    check(`=== notes.csv\na\\r\n=== orgs.csv\n${header}\no1,,,"North\\r\nHigh",school,,\n`, {
      only,
      version: '1.1',
      profileId,
    });
  });

  it('finds nothing in an empty table', () => {
    check('=== orgs.csv\n', { only, version: '1.1', profileId });
  });
});
