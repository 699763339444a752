import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['birth-date-range'];

describe('birth-date-range', () => {
  it('accepts the birth dates of the living, today included', () => {
    check(
      `
=== demographics.csv
sourcedId,birthDate
u1,2026-10-01
u2,1906-10-01
u3,
`,
      { only, version: '1.1', asOf: '2026-10-01' },
    );
  });

  it('marks the future and what is over 120 years ago', () => {
    const { problems } = check(
      `
=== demographics.csv
sourcedId,birthDate
u1,[[2026-10-02|birth-date-range]]
u2,[[1906-09-30|birth-date-range]]
u3,[[1900-01-01|birth-date-range]]
`,
      { only, version: '1.1', asOf: '2026-10-01' },
    );
    assert.equal(problems[0]?.message, 'birthDate is "2026-10-02", which is after 2026-10-01');
    assert.equal(problems[1]?.message, 'birthDate is "1906-09-30", over 120 years ago');
  });

  it('knows the column of 1.0', () => {
    check(
      `
=== demographics.csv
userSourcedId,birthdate
u1,[[2036-10-02|birth-date-range]]
`,
      { only, version: '1.0', asOf: '2026-10-01' },
    );
  });

  it('is silent on dates that are none, and other dates', () => {
    check(
      `
=== demographics.csv
sourcedId,birthDate
u1,10/2/2036
u2,2036-02-30
=== enrollments.csv
sourcedId,endDate
e1,2036-10-02
`,
      { only, version: '1.1', asOf: '2026-10-01' },
    );
  });

  it('is silent without a day to count from', () => {
    check(
      `
=== demographics.csv
sourcedId,birthDate
u1,2096-10-02
`,
      { only, version: '1.1' },
    );
  });

  it('finds nothing in an empty table', () => {
    check(
      `
=== demographics.csv
sourcedId,birthDate
`,
      { only, version: '1.1', asOf: '2026-10-01' },
    );
  });
});
