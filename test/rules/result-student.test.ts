import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['result-student'];

describe('result-student', () => {
  it('accepts the students of the class', () => {
    check(
      `
=== users.csv
sourcedId,role
u1,student
u2,student
t1,teacher
u4,studnt
=== classes.csv
sourcedId
c1
=== lineItems.csv
sourcedId,classSourcedId
l1,c1
l2,nowhere
=== enrollments.csv
sourcedId,status,classSourcedId,userSourcedId
e1,,c1,u1
e2,tobedeleted,c1,u2
=== results.csv
sourcedId,lineItemSourcedId,studentSourcedId
x1,l1,u1
`,
      { only, version: '1.1' },
    );
  });

  it('is not sure of enrollments of nobody, and of those with a field too many', () => {
    check(
      `
=== users.csv
sourcedId,role
u1,student
u2,student
=== classes.csv
sourcedId
c1
c2
=== lineItems.csv
sourcedId,classSourcedId
l1,c1
l2,c2
=== enrollments.csv
sourcedId,status,classSourcedId,userSourcedId
e1,,c1,nobody
e2,,c2,u2,
=== results.csv
sourcedId,lineItemSourcedId,studentSourcedId
x1,l1,u1
x2,l2,u2
`,
      { only, version: '1.1' },
    );
  });

  it('marks who is no student, and who is not enrolled', () => {
    const { problems } = check(
      `
=== users.csv
sourcedId,role
u1,student
u2,student
t1,teacher
u4,studnt
=== classes.csv
sourcedId
c1
=== lineItems.csv
sourcedId,classSourcedId
l1,c1
l2,nowhere
=== enrollments.csv
sourcedId,status,classSourcedId,userSourcedId
e1,,c1,u1
e2,tobedeleted,c1,u2
=== results.csv
sourcedId,lineItemSourcedId,studentSourcedId
x1,l1,[[u2|result-student]]
x2,l1,u2
x3,l1,[[t1|result-student]]
`,
      { only, version: '1.1' },
    );
    assert.deepEqual(
      problems.map(({ count, messageId }) => [count, messageId]),
      [
        [2, 'notEnrolled'],
        [1, 'notStudent'],
      ],
    );
  });

  it('looks at roles alone where enrollments are not there or not all there', () => {
    check(
      `
=== users.csv
sourcedId,role
u1,student
u2,student
t1,teacher
u4,studnt
=== classes.csv
sourcedId
c1
=== lineItems.csv
sourcedId,classSourcedId
l1,c1
l2,nowhere
=== enrollments.csv
sourcedId,status,dateLastModified,classSourcedId,userSourcedId
e1,active,2026-09-01T06:00:00.000Z,c1,u1
=== results.csv
sourcedId,lineItemSourcedId,studentSourcedId
x1,l1,u2
x2,l1,[[t1|result-student]]
`,
      { only, version: '1.1' },
    );
  });

  it('is silent where something is invalid or does not exist', () => {
    check(
      `
=== users.csv
sourcedId,role
u1,student
u2,student
t1,teacher
u4,studnt
=== classes.csv
sourcedId
c1
=== lineItems.csv
sourcedId,classSourcedId
l1,c1
l2,nowhere
=== enrollments.csv
sourcedId,classSourcedId,userSourcedId
e1,c1,u4
e2,nowhere,u2
=== results.csv
sourcedId,lineItemSourcedId,studentSourcedId
x1,l1,u4
x2,l2,u1
x3,l9,u1
x4,l1,u9
x5,l1,u2
`,
      { only, version: '1.1' },
    );
  });

  it('finds nothing in an empty table', () => {
    check(
      `
=== users.csv
sourcedId,role
u1,student
u2,student
t1,teacher
u4,studnt
=== classes.csv
sourcedId
c1
=== lineItems.csv
sourcedId,classSourcedId
l1,c1
l2,nowhere
=== enrollments.csv
sourcedId,status,classSourcedId,userSourcedId
e1,,c1,u1
e2,tobedeleted,c1,u2
=== results.csv
sourcedId,lineItemSourcedId,studentSourcedId
`,
      { only, version: '1.1' },
    );
  });
});
