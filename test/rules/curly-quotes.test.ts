import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['curly-quotes'];

describe('curly-quotes', () => {
  it('accepts straight marks, and letters of other languages', () => {
    check(
      `
=== users.csv
sourcedId,givenName,familyName
u1,Zoë,O'Brien
u2,"James ""Jim""",Kahānaiʻo
u3,花子,«Dupont»
`,
      { only, version: '1.1' },
    );
  });

  it('marks curly ones and offers straight ones', () => {
    const { problems } = check(
      `
=== users.csv
sourcedId,givenName,familyName
u1,Erin,[[O’Brien|curly-quotes]]
u2,"[[James “Jim”|curly-quotes]]",[[„Doe|curly-quotes]]
`,
      { only, version: '1.1' },
    );
    assert.deepEqual(
      problems.map(({ severity, data }) => [severity, data['suggestion']]),
      [
        ['warning', "O'Brien"],
        ['warning', 'James "Jim"'],
        ['warning', '"Doe'],
      ],
    );
  });

  it('looks at extension columns too, and at the ids of 1.0', () => {
    check(
      `
=== orgs.csv
sourcedId,name,metadata.motto
[[o’1|curly-quotes]],North High,[[‘Up’|curly-quotes]]
`,
      { only, version: '1.0' },
    );
  });

  it('leaves ids, values of a list, and passwords alone', () => {
    check(
      `
=== users.csv
sourcedId,role,userIds,password
u’1,“student”,“{LDAP:x}”,pass’word
`,
      { only, version: '1.1' },
    );
  });

  it('finds nothing in an empty table', () => {
    check(
      `
=== users.csv
sourcedId,givenName
`,
      { only, version: '1.1' },
    );
  });
});
