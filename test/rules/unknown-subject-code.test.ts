import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['unknown-subject-code'];

describe('unknown-subject-code', () => {
  it('accepts codes of five digits, several of them and none', () => {
    check(
      `
=== courses.csv
sourcedId,subjectCodes
c1,"02052,02052"
c2,73030
c3,
`,
      { only, version: '1.1' },
    );
  });

  it('marks other codes, once a column, and offers the zero that was dropped', () => {
    const { problems } = check(
      `
=== courses.csv
sourcedId,subjectCodes
c1,"02052,[[2052|unknown-subject-code]]"
c2,MATH
=== classes.csv
sourcedId,subjectCodes
k1,[[MATH|unknown-subject-code]]
k2,0101
`,
      { only, version: '1.1' },
    );
    assert.deepEqual(
      problems.map(({ severity, data, count }) => [severity, data['suggestion'], count]),
      [
        ['information', undefined, 2],
        ['information', '02052', 2],
      ],
    );
  });

  it('finds nothing in an empty table', () => {
    check(
      `
=== courses.csv
sourcedId,subjectCodes
`,
      { only, version: '1.1' },
    );
  });
});
