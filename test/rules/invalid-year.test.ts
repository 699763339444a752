import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['invalid-year'];

describe('invalid-year', () => {
  it('accepts four digits', () => {
    check(
      `
=== academicSessions.csv
sourcedId,schoolYear
t1,2027
t2,"2028"
t3,
`,
      { only, version: '1.1' },
    );
  });

  it('marks other notations and offers the year in which a school year ends', () => {
    const { problems } = check(
      `
=== academicSessions.csv
sourcedId,schoolYear
t1,[[2026-2027|invalid-year]]
t2,[[2026/27|invalid-year]]
t3,[[1999-00|invalid-year]]
t4,[[27|invalid-year]]
t5,[[2026-2028|invalid-year]]
t6,[[2026-08-15|invalid-year]]
`,
      { only, version: '1.1' },
    );
    assert.deepEqual(
      problems.map(({ data }) => data['suggestion']),
      ['2027', '2027', '2000', undefined, undefined, undefined],
    );
  });

  it('leaves blanks round a year to another rule', () => {
    check(
      `
=== academicSessions.csv
sourcedId,schoolYear
t1, 2027
`,
      { only, version: '1.2' },
    );
  });

  it('finds nothing in an empty table', () => {
    check(
      `
=== academicSessions.csv
sourcedId,schoolYear
`,
      { only, version: '1.1' },
    );
  });
});
