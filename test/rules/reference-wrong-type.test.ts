import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['reference-wrong-type'];

describe('reference-wrong-type', () => {
  it('accepts schools and school years, and terms of any type for classes', () => {
    check(
      `
=== orgs.csv
sourcedId,type
d1,district
s1,school
=== academicSessions.csv
sourcedId,type
y1,schoolYear
=== courses.csv
sourcedId,schoolYearSourcedId,orgSourcedId
k1,y1,d1
k2,,s1
=== classes.csv
sourcedId,schoolSourcedId,termSourcedIds
c1,s1,y1
=== enrollments.csv
sourcedId,schoolSourcedId
e1,s1
`,
      { only, version: '1.1' },
    );
  });

  it('marks classes and enrollments of a district, one problem for each file and organization', () => {
    const { problems } = check(
      `
=== orgs.csv
sourcedId,type
d1,district
=== classes.csv
sourcedId,schoolSourcedId
c1,[[d1|reference-wrong-type]]
c2,d1
=== enrollments.csv
sourcedId,schoolSourcedId
e1,[[d1|reference-wrong-type]]
`,
      { only, version: '1.1' },
    );
    assert.deepEqual(
      problems.map(({ count, severity }) => [count, severity]),
      [
        [2, 'error'],
        [1, 'error'],
      ],
    );
    assert.equal(
      problems[0]?.message,
      'schoolSourcedId names "d1", which orgs.csv calls a district; it has to be a school',
    );
    assert.equal(problems[0].related[0]?.field, 'type');
  });

  it('marks a course whose school year is a term', () => {
    check(
      `
=== academicSessions.csv
sourcedId,type
t1,term
=== courses.csv
sourcedId,schoolYearSourcedId
k1,[[t1|reference-wrong-type]]
`,
      { only, version: '1.1' },
    );
  });

  it("lets types of one's own pass in 1.2, and warns of a line item's school", () => {
    const { problems } = check(
      `
=== orgs.csv
sourcedId,type
d1,district
x1,ext:campus
=== academicSessions.csv
sourcedId,type
y1,ext:year
=== courses.csv
sourcedId,schoolYearSourcedId
k1,y1
=== classes.csv
sourcedId,schoolSourcedId
c1,x1
=== lineItems.csv
sourcedId,schoolSourcedId
l1,x1
l2,[[d1|reference-wrong-type]]
`,
      { only, version: '1.2' },
    );
    assert.equal(problems[0]?.severity, 'warning');
  });

  it('warns in 1.0, where the column of the school year has another name', () => {
    const { problems } = check(
      `
=== academicSessions.csv
sourcedId,type
t1,semester
=== courses.csv
sourcedId,schoolYearId
k1,[[t1|reference-wrong-type]]
`,
      { only, version: '1.0' },
    );
    assert.equal(problems[0]?.severity, 'warning');
  });

  it('is silent on invalid types, types in the wrong case, and references that lead nowhere', () => {
    check(
      `
=== orgs.csv
sourcedId,type
x1,scool
s1,School
d1,
=== classes.csv
sourcedId,schoolSourcedId
c1,x1
c2,s1
c3,d1
c4,nowhere
c5,
`,
      { only, version: '1.1' },
    );
  });

  it('finds nothing in empty tables', () => {
    check(
      `
=== orgs.csv
sourcedId,type
=== classes.csv
sourcedId,schoolSourcedId
`,
      { only, version: '1.1' },
    );
  });
});
