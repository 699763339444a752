import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['session-school-year'];

describe('session-school-year', () => {
  it('accepts the year in which the school year ends', () => {
    check(
      `
=== academicSessions.csv
sourcedId,type,startDate,endDate,parentSourcedId,schoolYear
y1,schoolYear,2026-08-17,2027-06-12,,2027
t1,term,2026-08-17,2027-01-16,y1,2027
g1,gradingPeriod,2026-08-17,2026-10-16,t1,2027
y2,schoolYear,2026-01-01,2027-01-01,,2026
`,
      { only, version: '1.1' },
    );
  });

  it('marks the year in which it begins, one problem for each year', () => {
    const { problems } = check(
      `
=== academicSessions.csv
sourcedId,type,startDate,endDate,parentSourcedId,schoolYear
y1,schoolYear,2026-08-17,2027-06-12,,[[2026|session-school-year]]
t1,term,2026-08-17,2027-01-16,y1,2026
y2,schoolYear,2025-08-18,2026-06-13,,[[2025|session-school-year]]
`,
      { only, version: '1.1' },
    );
    assert.deepEqual(
      problems.map(({ count }) => count),
      [2, 1],
    );
    assert.match(problems[0]?.message ?? '', /^schoolYear is "2026", but the school year ends in 2027/);
  });

  it('takes either year for a term without a school year above it, and no other', () => {
    check(
      `
=== academicSessions.csv
sourcedId,type,startDate,endDate,parentSourcedId,schoolYear
t1,term,2026-08-17,2026-12-16,,2027
t2,term,2027-01-04,2027-06-12,,2027
t3,term,2026-08-17,2027-01-16,,[[2026|session-school-year]]
`,
      { only, version: '1.1' },
    );
  });

  it('is silent on invalid years and dates, and in a ring', () => {
    check(
      `
=== academicSessions.csv
sourcedId,type,startDate,endDate,parentSourcedId,schoolYear
y1,schoolYear,2026-08-17,6/12/2027,,2020
t1,term,2026-08-17,2027-01-16,y1,2020
y2,schoolYear,2026-08-17,2027-06-12,,26
y3,schoolYear,2026-08-17,2027-06-12,,
t2,term,2026-08-17,2027-01-16,t3,2027
t3,term,2026-08-17,2027-01-16,t2,2027
`,
      { only, version: '1.1' },
    );
  });

  it('finds nothing in an empty table', () => {
    check(
      `
=== academicSessions.csv
sourcedId,type,startDate,endDate,parentSourcedId,schoolYear
`,
      { only, version: '1.1' },
    );
  });
});
