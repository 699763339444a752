import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['missing-optional-column'];

describe('missing-optional-column', () => {
  it('accepts a full header', () => {
    check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
`,
      { only, version: '1.1' },
    );
  });

  it('makes a problem of each column, where it belongs', () => {
    const { problems } = check(
      `
=== orgs.csv
sourcedId[[|missing-optional-column,missing-optional-column]],name,type[[|missing-optional-column,missing-optional-column]]
`,
      { only, version: '1.1' },
    );
    assert.deepEqual(problems.map(({ field }) => field).sort(), [
      'dateLastModified',
      'identifier',
      'parentSourcedId',
      'status',
    ]);
  });

  it('leaves required columns and those under another name to other rules', () => {
    check(
      `
=== orgs.csv
status,dateLastModified,name,type,Identifier,parentSourceID
`,
      { only, version: '1.1' },
    );
  });

  it('accepts both headers of 1.2 users.csv', () => {
    check(
      `
=== users.csv
sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,resourceSourcedIds,preferredGivenName,preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns
`,
      { only, version: '1.2' },
    );
  });

  it('misses a column that blank names at the end do not stand for', () => {
    check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier[[|missing-optional-column]],
`,
      { only, version: '1.1' },
    );
  });
});
