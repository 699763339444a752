import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['multiple-primary-teachers'];

describe('multiple-primary-teachers', () => {
  it('accepts one primary teacher, several others, and one after the other', () => {
    check(
      `
=== enrollments.csv
sourcedId,classSourcedId,userSourcedId,role,primary,beginDate,endDate
e1,c1,u1,teacher,true,2026-08-17,2026-10-01
e2,c1,u2,teacher,true,2026-10-01,
e3,c1,u3,teacher,false,,
e4,c1,u4,teacher,,,
e5,c2,u2,teacher,true,,
`,
      { only, version: '1.1' },
    );
  });

  it('accepts the same person twice', () => {
    check(
      `
=== enrollments.csv
sourcedId,classSourcedId,userSourcedId,role,primary
e1,c1,u1,teacher,true
e2,c1,u1,teacher,true
`,
      { only, version: '1.1' },
    );
  });

  it('marks a class once, at the second of two people at a time', () => {
    const { problems } = check(
      `
=== enrollments.csv
sourcedId,classSourcedId,userSourcedId,role,primary,beginDate,endDate
e1,c1,u1,teacher,true,2026-08-17,2027-01-16
e2,c1,u1,teacher,true,2027-01-16,2027-06-12
e3,c1,u2,teacher,[[true|multiple-primary-teachers]],2027-01-10,2027-01-12
e4,c1,u3,teacher,true,2027-01-10,2027-01-12
e5,c2,u1,teacher,TRUE,,
e6,c2,u2,teacher,[[true|multiple-primary-teachers]],,
`,
      { only, version: '1.1' },
    );
    assert.equal(
      problems[0]?.message,
      'primary is "true", but the class "c1" has another primary teacher at the same time',
    );
    assert.deepEqual(
      problems[0].related.map(({ line, message }) => [line, message]),
      [[2, 'The other one, "u1"']],
    );
  });

  it('leaves students, invalid dates and deleted records aside', () => {
    check(
      `
=== enrollments.csv
sourcedId,status,classSourcedId,userSourcedId,role,primary,beginDate,endDate
e1,,c1,u1,teacher,true,2026-08-17,2027-01-16
e2,,c1,u2,student,true,2026-08-17,2027-01-16
e3,,c1,u3,teacher,true,8/17/2026,2027-01-16
e4,tobedeleted,c1,u4,teacher,true,2026-08-17,2027-01-16
e5,,c1,u5,teacher,true,2027-01-16,2026-08-17
e6,,c1,u6,teacher,true,2026-08-17,2027-01-16,x
`,
      { only, version: '1.1' },
    );
  });

  it('finds nothing in an empty table', () => {
    check(
      `
=== enrollments.csv
sourcedId,classSourcedId,userSourcedId,role,primary
`,
      { only, version: '1.1' },
    );
  });
});
