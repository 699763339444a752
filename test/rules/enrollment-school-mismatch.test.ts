import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['enrollment-school-mismatch'];

describe('enrollment-school-mismatch', () => {
  it('accepts the school of the class, in another letter case too', () => {
    check(
      `
=== orgs.csv
sourcedId,type
d1,district
s1,school
s2,school
=== classes.csv
sourcedId,schoolSourcedId
c1,s1
c2,d1
c3,nowhere
=== enrollments.csv
sourcedId,classSourcedId,schoolSourcedId
e1,c1,s1
e2,c1,S1
`,
      { only, version: '1.1' },
    );
  });

  it('marks another school, one problem for each class and school', () => {
    const { problems } = check(
      `
=== orgs.csv
sourcedId,type
d1,district
s1,school
s2,school
=== classes.csv
sourcedId,schoolSourcedId
c1,s1
c2,d1
c3,nowhere
=== enrollments.csv
sourcedId,classSourcedId,schoolSourcedId
e1,c1,[[s2|enrollment-school-mismatch]]
e2,c1,s2
`,
      { only, version: '1.1' },
    );
    assert.equal(problems[0]?.count, 2);
    assert.equal(problems[0].message, 'schoolSourcedId is "s2", but the class "c1" is at "s1"');
  });

  it('is silent where one of them is no school or does not exist', () => {
    check(
      `
=== orgs.csv
sourcedId,type
d1,district
s1,school
s2,school
=== classes.csv
sourcedId,schoolSourcedId
c1,s1
c2,d1
c3,nowhere
=== enrollments.csv
sourcedId,status,classSourcedId,schoolSourcedId
e1,,c1,d1
e2,,c2,s1
e3,,c3,s1
e4,,c1,nowhere
e5,,c9,s1
e6,tobedeleted,c1,s2
e7,,c1,s2,x
`,
      { only, version: '1.1' },
    );
  });

  it('finds nothing in an empty table', () => {
    check(
      `
=== orgs.csv
sourcedId,type
d1,district
s1,school
s2,school
=== classes.csv
sourcedId,schoolSourcedId
c1,s1
c2,d1
c3,nowhere
=== enrollments.csv
sourcedId,classSourcedId,schoolSourcedId
`,
      { only, version: '1.1' },
    );
  });
});
