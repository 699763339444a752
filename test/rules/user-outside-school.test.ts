import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['user-outside-school'];

describe('user-outside-school', () => {
  it("accepts the person's schools, and staff of the district", () => {
    check(
      `
=== orgs.csv
sourcedId,type,parentSourcedId
d1,district,
s1,school,d1
s2,school,d1
=== users.csv
sourcedId,orgSourcedIds,role
u1,s1,student
u2,"s1,s2",student
t1,d1,teacher
u3,d1,student
u4,"s1,nowhere",student
u5,,student
=== enrollments.csv
sourcedId,schoolSourcedId,userSourcedId,role
e1,s1,u1,student
e2,s2,u2,student
e3,s2,t1,teacher
`,
      { only, version: '1.1' },
    );
  });

  it('marks another school, once a person and school', () => {
    const { problems } = check(
      `
=== orgs.csv
sourcedId,type,parentSourcedId
d1,district,
s1,school,d1
s2,school,d1
=== users.csv
sourcedId,orgSourcedIds,role
u1,s1,student
u2,"s1,s2",student
t1,d1,teacher
u3,d1,student
u4,"s1,nowhere",student
u5,,student
=== enrollments.csv
sourcedId,schoolSourcedId,userSourcedId,role
e1,[[s2|user-outside-school]],u1,student
e2,s2,u1,student
e3,[[s1|user-outside-school]],u3,student
`,
      { only, version: '1.1' },
    );
    assert.equal(problems[0]?.count, 2);
    assert.equal(
      problems[0].message,
      'schoolSourcedId is "s2", but "u1" does not belong to that school by users.csv',
    );
  });

  it('is silent where something is not known, and where the school is not that of the class', () => {
    check(
      `
=== orgs.csv
sourcedId,type,parentSourcedId
d1,district,
s1,school,d1
s2,school,d1
=== users.csv
sourcedId,orgSourcedIds,role
u1,s1,student
u2,"s1,s2",student
t1,d1,teacher
u3,d1,student
u4,"s1,nowhere",student
u5,,student
=== classes.csv
sourcedId,schoolSourcedId
c1,s1
=== enrollments.csv
sourcedId,schoolSourcedId,userSourcedId,role,classSourcedId
e1,s2,u4,student,
e2,s2,u5,student,
e3,nowhere,u1,student,
e4,s2,u9,student,
e5,s2,u1,student,c1
`,
      { only, version: '1.1' },
    );
  });

  it('goes by roles.csv in 1.2', () => {
    check(
      `
=== orgs.csv
sourcedId,type
s1,school
s2,school
=== users.csv
sourcedId,primaryOrgSourcedId
u1,
u2,s2
u3,
=== roles.csv
sourcedId,userSourcedId,orgSourcedId
r1,u1,s1
r2,u2,s1
=== enrollments.csv
sourcedId,schoolSourcedId,userSourcedId,role
e1,s1,u1,student
e2,[[s2|user-outside-school]],u1,student
e3,s2,u2,student
e4,s2,u3,student
`,
      { only, version: '1.2' },
    );
  });

  it('finds nothing in an empty table', () => {
    check(
      `
=== orgs.csv
sourcedId,type,parentSourcedId
d1,district,
s1,school,d1
s2,school,d1
=== users.csv
sourcedId,orgSourcedIds,role
u1,s1,student
u2,"s1,s2",student
t1,d1,teacher
u3,d1,student
u4,"s1,nowhere",student
u5,,student
=== enrollments.csv
sourcedId,schoolSourcedId,userSourcedId,role
`,
      { only, version: '1.1' },
    );
  });
});
