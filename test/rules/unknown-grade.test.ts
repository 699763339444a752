import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['unknown-grade'];

describe('unknown-grade', () => {
  it('accepts every code of 1.1, in lists and empty fields too', () => {
    check(
      `
=== courses.csv
sourcedId,grades
c1,"IT,PR,PK,TK,KG,01,02,03,04,05,06,07,08,09,10,11,12,13,PS,UG,Other"
c2,
=== users.csv
sourcedId,grades
u1,09
`,
      { only, version: '1.1' },
    );
  });

  it('offers the code for common spellings, and counts what one grade repeats', () => {
    const { problems } = check(
      `
=== users.csv
sourcedId,grades
u1,[[9|unknown-grade]]
u2,9
u3,[[K|unknown-grade]]
u4,[[Grade 1|unknown-grade]]
u5,[[3rd|unknown-grade]]
u6,[[pk|unknown-grade]]
u7,[[other|unknown-grade]]
u8,[[Pre-K|unknown-grade]]
u9,[[010|unknown-grade]]
`,
      { only, version: '1.1' },
    );
    assert.deepEqual(
      problems.map(({ data, count }) => [data['suggestion'], count]),
      [
        ['09', 2],
        ['KG', 1],
        ['01', 1],
        ['03', 1],
        ['PK', 1],
        ['Other', 1],
        ['PK', 1],
        ['10', 1],
      ],
    );
    assert.equal(problems[0]?.message, 'grades is "9"; the grade code that readers know is "09"');
  });

  it('offers nothing where it cannot tell, and names the codes', () => {
    const { problems } = check(
      `
=== users.csv
sourcedId,grades
u1,[[14|unknown-grade]]
u2,[[0|unknown-grade]]
u3,[[seniors|unknown-grade]]
`,
      { only, version: '1.1' },
    );
    assert.deepEqual(
      problems.map(({ messageId }) => messageId),
      ['unknown', 'unknown', 'unknown'],
    );
    assert.match(problems[0]?.message ?? '', /IT, PR, PK, TK, KG, 01, .*, UG, Other$/);
  });

  it('marks the item of a list alone', () => {
    check(
      `
=== classes.csv
sourcedId,grades
k1,"08,[[9|unknown-grade]]"
`,
      { only, version: '1.1' },
    );
  });

  it('says nothing in 1.0 and 1.2, which fix no codes', () => {
    check('=== users.csv\nsourcedId,grades\nu1,9\n', { only, version: '1.2' });
    check('=== courses.csv\nsourcedId,grade\nc1,9\n', { only, version: '1.0' });
  });

  it('leaves words for no value and lists with semicolons to their rules', () => {
    check(
      `
=== classes.csv
sourcedId,grades
k1,8;9
k2,NULL
`,
      { only, version: '1.1' },
    );
  });

  it('finds nothing in an empty table', () => {
    check(
      `
=== users.csv
sourcedId,grades
`,
      { only, version: '1.1' },
    );
  });
});
