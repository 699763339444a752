import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['enrollment-role-mismatch'];

describe('enrollment-role-mismatch', () => {
  it("accepts the same role, and staff in each other's places", () => {
    check(
      `
=== users.csv
sourcedId,role
u1,student
u2,teacher
u3,administrator
u4,techer
=== enrollments.csv
sourcedId,userSourcedId,role
e1,u1,student
e2,u2,teacher
e3,u3,teacher
e4,u2,proctor
`,
      { only, version: '1.1' },
    );
  });

  it('marks students who teach and teachers who attend, once a person', () => {
    const { problems } = check(
      `
=== users.csv
sourcedId,role
u1,student
u2,teacher
u3,administrator
u4,techer
=== enrollments.csv
sourcedId,userSourcedId,role
e1,u1,[[teacher|enrollment-role-mismatch]]
e2,u1,teacher
e3,u2,[[student|enrollment-role-mismatch]]
`,
      { only, version: '1.1' },
    );
    assert.deepEqual(
      problems.map(({ count, severity }) => [count, severity]),
      [
        [2, 'information'],
        [1, 'information'],
      ],
    );
    assert.equal(problems[0]?.message, 'role is "teacher", but users.csv calls this person a student');
  });

  it('is silent on roles that are none, and people who do not exist', () => {
    check(
      `
=== users.csv
sourcedId,role
u1,student
u2,teacher
u3,administrator
u4,techer
=== enrollments.csv
sourcedId,userSourcedId,role
e1,u4,student
e2,u1,techer
e3,u9,teacher
e4,u1,
`,
      { only, version: '1.1' },
    );
  });

  it('has no say in 1.2', () => {
    check(
      `
=== users.csv
sourcedId,role
u1,student
u2,teacher
u3,administrator
u4,techer
=== enrollments.csv
sourcedId,userSourcedId,role
e1,u1,teacher
`,
      { only, version: '1.2' },
    );
  });

  it('finds nothing in an empty table', () => {
    check(
      `
=== users.csv
sourcedId,role
u1,student
u2,teacher
u3,administrator
u4,techer
=== enrollments.csv
sourcedId,userSourcedId,role
`,
      { only, version: '1.1' },
    );
  });
});
