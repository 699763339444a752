import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['invalid-number'];

describe('invalid-number', () => {
  it('accepts whole and decimal numbers, signs and exponents', () => {
    check(
      `
=== categories.csv
sourcedId,weight
k1,80
k2,-5
k3,
=== lineItems.csv
sourcedId,resultValueMin,resultValueMax
l1,0,100
l2,-0.5,.5
l3,1e2,1.5E-3
`,
      { only, version: '1.2' },
    );
  });

  it('marks what is no number and offers the one that is meant', () => {
    const { problems } = check(
      `
=== categories.csv
sourcedId,weight
k1,[[80%|invalid-number]]
k2,[[80.0|invalid-number]]
k3,[[8.5|invalid-number]]
=== lineItems.csv
sourcedId,resultValueMin,resultValueMax
l1,[[A|invalid-number]],"[[8,5|invalid-number]]"
l2,[[1 000|invalid-number]],"[[1,000|invalid-number]]"
`,
      { only, version: '1.2' },
    );
    assert.deepEqual(
      problems.map(({ data }) => data['suggestion']),
      ['80', '80', undefined, undefined, '8.5', undefined, undefined],
    );
  });

  it('leaves blanks round a number to another rule, and texts that look like numbers alone', () => {
    check(
      `
=== results.csv
sourcedId,score,textScore
r1, 5 ,A
`,
      { only, version: '1.2' },
    );
  });

  it('finds nothing in an empty table', () => {
    check(
      `
=== categories.csv
sourcedId,weight
`,
      { only, version: '1.2' },
    );
  });
});
