import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['spreadsheet-number'];

describe('spreadsheet-number', () => {
  it('accepts numbers, and ids that only look alike', () => {
    check(
      `
=== users.csv
sourcedId,identifier,phone
123456789123,010482,+1 608 555 0101
2E5,1E10,(608) 555-0101
a+1E+5,1.2.3,
`,
      { only, version: '1.1' },
    );
  });

  it('marks shortened ids and telephone numbers, once a column', () => {
    const { problems } = check(
      `
=== users.csv
sourcedId,identifier,phone
[[1.23457E+11|spreadsheet-number]],[[1E+05|spreadsheet-number]],"[[1,60856E+11|spreadsheet-number]]"
1.23457E+12,,
`,
      { only, version: '1.1' },
    );
    assert.deepEqual(
      problems.map(({ severity, count }) => [severity, count]),
      [
        ['error', 2],
        ['error', 1],
        ['error', 1],
      ],
    );
  });

  it('reports an id that is referred to where it stands as the key, and speaks alone', () => {
    for (const version of ['1.1', '1.2'] as const) {
      check(
        `
=== orgs.csv
sourcedId,name
[[1.23457E+11|spreadsheet-number]],North High
o2,South High
=== courses.csv
sourcedId,orgSourcedId
c1,1.23457E+11
c2,[[5.59999E+11|spreadsheet-number]]
=== lineItems.csv
sourcedId,resultValueMax
l1,1.5E+2
=== categories.csv
sourcedId,weight
g1,${version === '1.2' ? '[[8E+1|spreadsheet-number]]' : ''}
`,
        {
          only: ['spreadsheet-number', 'invalid-guid', 'invalid-number', 'dangling-reference'],
          version,
        },
      );
    }
  });

  it('does not quote a password', () => {
    check(
      `
=== users.csv
sourcedId,password
u1,1.5E+10
`,
      { only, version: '1.1' },
    );
  });

  it('finds nothing in an empty table', () => {
    check(
      `
=== users.csv
sourcedId,phone
`,
      { only, version: '1.1' },
    );
  });
});
