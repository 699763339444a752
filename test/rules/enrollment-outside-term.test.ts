import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['enrollment-outside-term'];

describe('enrollment-outside-term', () => {
  it('accepts dates within the terms, all terms of the class taken together, and open ones', () => {
    check(
      `
=== academicSessions.csv
sourcedId,startDate,endDate
t1,2026-08-17,2027-01-16
t2,2027-01-16,2027-06-12
bad,2026-08-17,1/16/2027
=== classes.csv
sourcedId,termSourcedIds
c1,t1
c2,"t1,t2"
c3,bad
c4,"t1,nowhere"
c5,
=== enrollments.csv
sourcedId,classSourcedId,beginDate,endDate
e1,c1,2026-08-17,2027-01-16
e2,c2,2026-09-01,2027-06-12
e3,c1,,
e4,c1,2026-12-01,
`,
      { only, version: '1.1' },
    );
  });

  it('marks what lies outside, once for each date and terms', () => {
    const { problems } = check(
      `
=== academicSessions.csv
sourcedId,startDate,endDate
t1,2026-08-17,2027-01-16
t2,2027-01-16,2027-06-12
bad,2026-08-17,1/16/2027
=== classes.csv
sourcedId,termSourcedIds
c1,t1
c2,"t1,t2"
c3,bad
c4,"t1,nowhere"
c5,
=== enrollments.csv
sourcedId,classSourcedId,beginDate,endDate
e1,c1,[[2026-08-01|enrollment-outside-term]],2027-01-16
e2,c1,2026-08-01,
e3,c1,,[[2027-06-12|enrollment-outside-term]]
e4,c2,[[2026-08-01|enrollment-outside-term]],2030-01-01
e5,c1,[[2027-02-01|enrollment-outside-term]],
e6,c2,,[[2026-08-17|enrollment-outside-term]]
`,
      { only, version: '1.1' },
    );
    assert.equal(problems[0]?.count, 2);
    assert.equal(
      problems[0].message,
      'beginDate is "2026-08-01", but the class runs from 2026-08-17 to 2027-01-16',
    );
    assert.equal(problems[0].related[0]?.file, 'classes.csv');
  });

  it('is silent where dates are invalid or reversed, and where a term is not known', () => {
    check(
      `
=== academicSessions.csv
sourcedId,startDate,endDate
t1,2026-08-17,2027-01-16
t2,2027-01-16,2027-06-12
bad,2026-08-17,1/16/2027
=== classes.csv
sourcedId,termSourcedIds
c1,t1
c2,"t1,t2"
c3,bad
c4,"t1,nowhere"
c5,
=== enrollments.csv
sourcedId,classSourcedId,beginDate,endDate
e1,c1,8/1/2026,2027-01-16
e2,c1,2028-08-01,2027-01-16
e3,c3,2020-08-01,2021-01-16
e4,c4,2020-08-01,2021-01-16
e5,c5,2020-08-01,2021-01-16
e6,c9,2020-08-01,2021-01-16
`,
      { only, version: '1.1' },
    );
  });

  it('finds nothing in an empty table', () => {
    check(
      `
=== academicSessions.csv
sourcedId,startDate,endDate
t1,2026-08-17,2027-01-16
t2,2027-01-16,2027-06-12
bad,2026-08-17,1/16/2027
=== classes.csv
sourcedId,termSourcedIds
c1,t1
c2,"t1,t2"
c3,bad
c4,"t1,nowhere"
c5,
=== enrollments.csv
sourcedId,classSourcedId,beginDate,endDate
`,
      { only, version: '1.1' },
    );
  });
});
