import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['invalid-score-scale'];

describe('invalid-score-scale', () => {
  it('accepts pairs in braces', () => {
    check(
      `
=== scoreScales.csv
sourcedId,title,scoreScaleValue
s1,Letters,"{A:90-100},{B:80-89}"
s2,Pass,{Passed:1}
`,
      { only, version: '1.2' },
    );
  });

  it('marks items that are no such pair', () => {
    const { problems } = check(
      `
=== scoreScales.csv
sourcedId,title,scoreScaleValue
s1,Letters,"{A:90-100},[[B:80-89|invalid-score-scale]]"
s2,Pass,[[{1}|invalid-score-scale]]
s3,More,"[[{A:}|invalid-score-scale]],[[{A:1:2}|invalid-score-scale]],[[{A:1,5}|invalid-score-scale]]"
`,
      { only, version: '1.2' },
    );
    assert.deepEqual(
      problems.map(({ messageId }) => messageId),
      ['braces', 'colon', 'side', 'colon', 'comma'],
    );
  });

  it('leaves other separators and blanks round items to invalid-list', () => {
    check(
      `
=== scoreScales.csv
sourcedId,title,scoreScaleValue
s1,Letters,{A:90-100};{B:80-89}
s2,More,"{A:1}, {B:2}"
`,
      { only, version: '1.2' },
    );
  });

  it('finds nothing in an empty table', () => {
    check(
      `
=== scoreScales.csv
sourcedId,title,scoreScaleValue
`,
      { only, version: '1.2' },
    );
  });
});
