import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['profile-of-another-user'];

describe('profile-of-another-user', () => {
  it("accepts the person's own profile, and none", () => {
    check(
      `
=== users.csv
sourcedId
u1
u2
=== userProfiles.csv
sourcedId,userSourcedId
f1,u1
f2,u2
f3,nowhere
=== roles.csv
sourcedId,status,userSourcedId,userProfileSourcedId
r1,,u1,f1
r2,,u2,
`,
      { only, version: '1.2' },
    );
  });

  it("marks another person's profile", () => {
    const { problems } = check(
      `
=== users.csv
sourcedId
u1
u2
=== userProfiles.csv
sourcedId,userSourcedId
f1,u1
f2,u2
f3,nowhere
=== roles.csv
sourcedId,status,userSourcedId,userProfileSourcedId
r1,,u1,[[f2|profile-of-another-user]]
`,
      { only, version: '1.2' },
    );
    assert.equal(
      problems[0]?.message,
      'userProfileSourcedId names "f2", the profile of "u2", but the role is that of "u1"',
    );
    assert.equal(problems[0].related[0]?.file, 'userProfiles.csv');
  });

  it('is silent where something does not exist or is deleted', () => {
    check(
      `
=== users.csv
sourcedId
u1
u2
=== userProfiles.csv
sourcedId,userSourcedId
f1,u1
f2,u2
f3,nowhere
=== roles.csv
sourcedId,status,userSourcedId,userProfileSourcedId
r1,,u1,f3
r2,,u1,f9
r3,,u9,f1
r4,tobedeleted,u1,f2
`,
      { only, version: '1.2' },
    );
  });

  it('finds nothing in an empty table', () => {
    check(
      `
=== users.csv
sourcedId
u1
u2
=== userProfiles.csv
sourcedId,userSourcedId
f1,u1
f2,u2
f3,nowhere
=== roles.csv
sourcedId,status,userSourcedId,userProfileSourcedId
`,
      { only, version: '1.2' },
    );
  });
});
