import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['date-order'];

describe('date-order', () => {
  it('accepts periods with a day in them, and open ones', () => {
    check(
      `
=== academicSessions.csv
sourcedId,startDate,endDate
t1,2026-08-15,2026-08-16
t2,2026-08-15,2027-06-15
=== enrollments.csv
sourcedId,beginDate,endDate
e1,,2026-08-15
e2,2026-08-15,
e3,,
`,
      { only, version: '1.1' },
    );
  });

  it('marks an end before its begin, in sessions, enrollments and roles', () => {
    const { problems } = check(
      `
=== academicSessions.csv
sourcedId,startDate,endDate
t1,2027-06-15,[[2026-08-15|date-order]]
=== enrollments.csv
sourcedId,beginDate,endDate
e1,2026-08-15,[[2026-08-14|date-order]]
=== roles.csv
sourcedId,beginDate,endDate
r1,2026-08-15,[[2025-08-15|date-order]]
`,
      { only, version: '1.2' },
    );
    assert.ok(problems.every(({ severity, related }) => severity === 'error' && related.length === 1));
    assert.equal(problems[0]?.message, 'endDate is "2026-08-15", before startDate "2027-06-15"');
  });

  it('warns once a file where both are the same day', () => {
    const { problems } = check(
      `
=== academicSessions.csv
sourcedId,startDate,endDate
t1,2026-08-15,[[2026-08-15|date-order]]
t2,2026-09-01,2026-09-01
`,
      { only, version: '1.1' },
    );
    assert.deepEqual(
      problems.map(({ severity, count }) => [severity, count]),
      [['warning', 2]],
    );
  });

  it('is silent where one of the dates is invalid or the record has another width', () => {
    check(
      `
=== academicSessions.csv
sourcedId,startDate,endDate
t1,2026-08-15,8/1/2026
t2,2026-02-30,2026-01-01
t3,2026-08-15,2026-01-01,x
`,
      { only, version: '1.1' },
    );
  });

  it('leaves the dates of line items to another rule', () => {
    check(
      `
=== lineItems.csv
sourcedId,assignDate,dueDate
l1,2026-08-15,2026-08-01
`,
      { only, version: '1.1' },
    );
  });

  it('finds nothing in an empty table', () => {
    check(
      `
=== academicSessions.csv
sourcedId,startDate,endDate
`,
      { only, version: '1.1' },
    );
  });
});
