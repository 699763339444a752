import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['primary-org-without-role'];

describe('primary-org-without-role', () => {
  it('accepts a role in the primary organization, and none named', () => {
    check(
      `
=== orgs.csv
sourcedId
s1
s2
=== users.csv
sourcedId,primaryOrgSourcedId
u1,s1
u2,
=== roles.csv
sourcedId,userSourcedId,orgSourcedId
r1,u1,s2
r2,u1,s1
r3,u2,s2
`,
      { only, version: '1.2' },
    );
  });

  it('marks a primary organization without a role', () => {
    const { problems } = check(
      `
=== orgs.csv
sourcedId
s1
s2
=== users.csv
sourcedId,primaryOrgSourcedId
u1,[[s2|primary-org-without-role]]
=== roles.csv
sourcedId,userSourcedId,orgSourcedId
r1,u1,s1
`,
      { only, version: '1.2' },
    );
    assert.equal(
      problems[0]?.message,
      'primaryOrgSourcedId is "s2", but roles.csv gives this person no role there',
    );
  });

  it('is silent on people without any role, and where an organization is not known', () => {
    check(
      `
=== orgs.csv
sourcedId
s1
s2
=== users.csv
sourcedId,primaryOrgSourcedId
u1,s1
u2,nowhere
u3,s1
=== roles.csv
sourcedId,userSourcedId,orgSourcedId
r1,u2,s2
r2,u3,nowhere
`,
      { only, version: '1.2' },
    );
  });

  it('is silent where roles.csv is a delta file', () => {
    check(
      `
=== orgs.csv
sourcedId
s1
s2
=== users.csv
sourcedId,primaryOrgSourcedId
u1,s1
=== roles.csv
sourcedId,status,dateLastModified,userSourcedId,orgSourcedId
r1,active,2026-09-01T06:00:00.000Z,u1,s2
`,
      { only, version: '1.2' },
    );
  });

  it('finds nothing without roles', () => {
    check(
      `
=== orgs.csv
sourcedId
s1
s2
=== users.csv
sourcedId,primaryOrgSourcedId
u1,s1
=== roles.csv
sourcedId,userSourcedId,orgSourcedId
`,
      { only, version: '1.2' },
    );
  });
});
