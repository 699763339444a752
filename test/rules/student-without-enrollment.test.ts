import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['student-without-enrollment'];

describe('student-without-enrollment', () => {
  it('accepts enrolled students, and people of other roles', () => {
    check(
      `
=== users.csv
sourcedId,role
u1,student
u2,teacher
u3,studnt
=== enrollments.csv
sourcedId,userSourcedId
e1,u1
`,
      { only, version: '1.1' },
    );
  });

  it('marks the id of each student who is not enrolled', () => {
    const { problems } = check(
      `
=== users.csv
sourcedId,role,status
u1,student,
[[u2|student-without-enrollment]],Student,
u3,student,tobedeleted
=== enrollments.csv
sourcedId,userSourcedId
e1,u1
`,
      { only, version: '1.1' },
    );
    assert.equal(problems[0]?.severity, 'information');
    assert.equal(problems[0].message, 'The student "u2" is not enrolled in any class in enrollments.csv');
  });

  it('goes by roles.csv in 1.2', () => {
    check(
      `
=== users.csv
sourcedId
u1
[[u2|student-without-enrollment]]
u3
=== roles.csv
sourcedId,userSourcedId,role
r1,u1,student
r2,u2,student
r3,u2,aide
r4,u3,teacher
=== enrollments.csv
sourcedId,userSourcedId
e1,u1
`,
      { only, version: '1.2' },
    );
  });

  it('is silent in 1.2 without roles.csv', () => {
    check(
      `
=== users.csv
sourcedId
u1
u2
=== enrollments.csv
sourcedId,userSourcedId
e1,u1
`,
      { only, version: '1.2' },
    );
  });

  it('is silent in delta files', () => {
    check(
      `
=== users.csv
sourcedId,status,dateLastModified,role
u1,active,2026-09-01T06:00:00.000Z,student
=== enrollments.csv
sourcedId,userSourcedId
e1,u1
`,
      { only, version: '1.1' },
    );
  });

  it('is silent without enrollments', () => {
    check(
      `
=== users.csv
sourcedId,role
u1,student
=== enrollments.csv
sourcedId,userSourcedId
`,
      { only, version: '1.1' },
    );
  });
});
