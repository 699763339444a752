import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['user-without-role'];

describe('user-without-role', () => {
  it('accepts people with a role', () => {
    check(
      `
=== users.csv
sourcedId
u1
=== roles.csv
sourcedId,userSourcedId
r1,u1
r2,u1
`,
      { only, version: '1.2' },
    );
  });

  it('marks the id of each person without one', () => {
    const { problems } = check(
      `
=== users.csv
sourcedId,status
u1,
[[u2|user-without-role]],
[[u3|user-without-role]],
u4,tobedeleted
=== roles.csv
sourcedId,status,userSourcedId
r1,,u1
r2,tobedeleted,u3
`,
      { only, version: '1.2' },
    );
    assert.equal(
      problems[0]?.message,
      'The person "u2" has no role: no record of roles.csv names this person',
    );
  });

  it('is silent without roles.csv', () => {
    check(
      `
=== users.csv
sourcedId
u1
`,
      { only, version: '1.2' },
    );
  });

  it('is silent in delta files', () => {
    check(
      `
=== users.csv
sourcedId,status,dateLastModified
u1,active,2026-09-01T06:00:00.000Z
u2,active,2026-09-01T06:00:00.000Z
=== roles.csv
sourcedId,status,dateLastModified,userSourcedId
r1,active,2026-09-01T06:00:00.000Z,u1
`,
      { only, version: '1.2' },
    );
  });

  it('has no say in 1.1', () => {
    check(
      `
=== users.csv
sourcedId
u1
u2
=== roles.csv
sourcedId,userSourcedId
r1,u1
`,
      { only, version: '1.1' },
    );
  });
});
