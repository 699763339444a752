import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['session-not-current'];

describe('session-not-current', () => {
  it('accepts a session that holds the day, its first day included', () => {
    check(
      `
=== academicSessions.csv
sourcedId,startDate,endDate
t0,2020-08-17,2021-06-12
t1,2026-10-01,2027-06-12
=== classes.csv
sourcedId,termSourcedIds
c0,t0
c1,"t0,t1"
`,
      { only, version: '1.1', asOf: '2026-10-01' },
    );
  });

  it('says that all sessions are over, the end date being no part of them', () => {
    const { problems } = check(
      `
=== academicSessions.csv
[[|session-not-current]]sourcedId,startDate,endDate
t1,2026-08-17,2026-10-01
`,
      { only, version: '1.1', asOf: '2026-10-01' },
    );
    assert.equal(problems[0]?.message, 'No session holds 2026-10-01: the last one ended on 2026-10-01');
  });

  it('says that none has begun, or which is next', () => {
    const { problems } = check(
      `
=== academicSessions.csv
[[|session-not-current]]sourcedId,startDate,endDate
t1,2026-12-01,2027-06-12
t2,2026-11-01,2027-01-12
`,
      { only, version: '1.1', asOf: '2026-10-01' },
    );
    assert.equal(problems[0]?.message, 'No session holds 2026-10-01: the first one begins on 2026-11-01');
  });

  it('says which session is next in the holidays', () => {
    const { problems } = check(
      `
=== academicSessions.csv
[[|session-not-current]]sourcedId,startDate,endDate
t1,2026-02-01,2026-06-12
t2,2026-11-01,2027-01-12
=== classes.csv
sourcedId,termSourcedIds
c1,t1
`,
      { only, version: '1.1', asOf: '2026-10-01' },
    );
    assert.equal(problems[0]?.message, 'No session holds 2026-10-01: the next one begins on 2026-11-01');
  });

  it('is one problem where all classes are in other sessions', () => {
    const { problems } = check(
      `
=== academicSessions.csv
sourcedId,startDate,endDate
t1,2026-08-17,2027-06-12
t0,2020-08-17,2021-06-12
=== classes.csv
[[|session-not-current]]sourcedId,termSourcedIds
c1,t0
c2,t0
`,
      { only, version: '1.1', asOf: '2026-10-01' },
    );
    assert.match(problems[0]?.message ?? '', /^No class has a term that holds 2026-10-01/);
  });

  it('is silent where the terms of a class are not known', () => {
    check(
      `
=== academicSessions.csv
sourcedId,startDate,endDate
t1,2026-08-17,2027-06-12
t0,2020-08-17,2021-06-12
=== classes.csv
sourcedId,termSourcedIds
c1,t0
c2,"t0,nowhere"
`,
      { only, version: '1.1', asOf: '2026-10-01' },
    );
  });

  it('is silent where a date is invalid', () => {
    check(
      `
=== academicSessions.csv
sourcedId,startDate,endDate
t0,2020-08-17,2021-06-12
t1,8/17/2026,2027-06-12
`,
      { only, version: '1.1', asOf: '2026-10-01' },
    );
  });

  it('is silent in a delta file', () => {
    check(
      `
=== academicSessions.csv
sourcedId,status,dateLastModified,startDate,endDate
t0,active,2026-09-01T06:00:00.000Z,2020-08-17,2021-06-12
`,
      { only, version: '1.1', asOf: '2026-10-01' },
    );
  });

  it('is silent without a day to look at', () => {
    check(
      `
=== academicSessions.csv
sourcedId,startDate,endDate
t0,2020-08-17,2021-06-12
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
      { only, version: '1.1', asOf: '2026-10-01' },
    );
  });
});
