import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['session-outside-parent'];

describe('session-outside-parent', () => {
  it('accepts parts of a session, whose end date is no part of it', () => {
    check(
      `
=== academicSessions.csv
sourcedId,startDate,endDate,parentSourcedId
y1,2026-08-17,2027-06-12,
t1,2026-08-17,2027-01-16,y1
t2,2027-01-16,2027-06-12,y1
`,
      { only, version: '1.1' },
    );
  });

  it('marks a begin before the parent, else an end after it', () => {
    const { problems } = check(
      `
=== academicSessions.csv
sourcedId,startDate,endDate,parentSourcedId
y1,2026-08-17,2027-06-12,
t1,[[2026-08-16|session-outside-parent]],2027-01-16,y1
t2,2027-01-16,[[2027-06-13|session-outside-parent]],y1
t3,[[2025-08-17|session-outside-parent]],2028-01-16,y1
t4,[[2027-06-12|session-outside-parent]],2027-07-01,y1
`,
      { only, version: '1.1' },
    );
    assert.match(
      problems[0]?.message ?? '',
      /is "2026-08-16".*"y1", which runs from 2026-08-17 to 2027-06-12$/,
    );
    assert.equal(problems[0]?.related[0]?.line, 2);
  });

  it('is silent on invalid dates, reversed ones, missing parents and rings', () => {
    check(
      `
=== academicSessions.csv
sourcedId,startDate,endDate,parentSourcedId
y1,8/17/2026,2027-06-12,
t1,2020-08-16,2021-01-16,y1
y2,2027-06-12,2026-08-17,
t2,2020-08-16,2021-01-16,y2
t3,2020-08-16,2021-01-16,nowhere
a1,2020-08-16,2021-01-16,a2
a2,2026-08-16,2027-01-16,a1
`,
      { only, version: '1.1' },
    );
  });

  it('does not take an empty date for one outside', () => {
    check(
      `
=== academicSessions.csv
sourcedId,startDate,endDate,parentSourcedId
y1,2026-08-17,2027-06-12,
t1,,2027-01-16,y1
t2,2027-01-16,,y1
t3,,[[2027-06-13|session-outside-parent]],y1
`,
      { only, version: '1.1' },
    );
  });

  it('finds nothing in an empty table', () => {
    check(
      `
=== academicSessions.csv
sourcedId,startDate,endDate,parentSourcedId
`,
      { only, version: '1.1' },
    );
  });
});
