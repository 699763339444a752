import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['invalid-user-id'];

describe('invalid-user-id', () => {
  it('accepts pairs in braces', () => {
    check(
      `
=== users.csv
sourcedId,username,userIds
u1,ada,{LDAP:ada}
u2,bea,"{LDAP:bea},{LTI:42}"
u3,cem,
u4,dee,{mail:dee@example.org}
`,
      { only, version: '1.2' },
    );
  });

  it('marks items that are no such pair', () => {
    const { problems } = check(
      `
=== users.csv
sourcedId,username,userIds
u1,ada,[[LDAP:ada|invalid-user-id]]
u2,bea,"{LDAP:bea},[[{LTI}|invalid-user-id]]"
u3,cem,[[{:cem}|invalid-user-id]]
u4,dee,[[{LDAP: }|invalid-user-id]]
u5,eli,[[{url:https://x}|invalid-user-id]]
u6,fay,"[[{LDAP:cn=fay,dc=org}|invalid-user-id]]"
`,
      { only, version: '1.2' },
    );
    assert.deepEqual(
      problems.map(({ severity, messageId }) => `${severity} ${messageId}`),
      ['error unbraced', 'error colon', 'error side', 'error side', 'error colon', 'error comma'],
    );
    assert.equal(problems[0]?.data['suggestion'], '{LDAP:ada}');
  });

  it('counts plain ids as one problem, a warning in 1.1', () => {
    const { problems } = check(
      `
=== users.csv
sourcedId,username,userIds
u1,ada,[[1001|invalid-user-id]]
u2,bea,1002
u3,cem,1003
`,
      { only, version: '1.1' },
    );
    assert.deepEqual(
      problems.map(({ severity, count }) => [severity, count]),
      [['warning', 3]],
    );
  });

  it('leaves the userId of 1.0 and lists with semicolons alone', () => {
    check(
      `
=== users.csv
sourcedId,userId
u1,1001
`,
      { only, version: '1.0' },
    );
    check('=== users.csv\nsourcedId,userIds\nu1,{LDAP:ada};{LTI:42}\n', { only, version: '1.1' });
  });

  it('finds nothing in an empty table', () => {
    check(
      `
=== users.csv
sourcedId,username,userIds
`,
      { only, version: '1.2' },
    );
  });
});
