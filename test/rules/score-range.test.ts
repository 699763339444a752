import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['score-range'];

describe('score-range', () => {
  it('accepts scores from the lowest to the highest value', () => {
    check(
      `
=== lineItems.csv
sourcedId,resultValueMin,resultValueMax
l1,0,100
l2,5,5
=== results.csv
sourcedId,lineItemSourcedId,scoreStatus,score
x1,l1,fully graded,0
x2,l1,fully graded,100.0
x3,l2,fully graded,5
`,
      { only, version: '1.1' },
    );
  });

  it('warns of scores outside', () => {
    const { problems } = check(
      `
=== lineItems.csv
sourcedId,resultValueMin,resultValueMax
l1,0,100
=== results.csv
sourcedId,lineItemSourcedId,scoreStatus,score
x1,l1,fully graded,[[-0.5|score-range]]
x2,l1,submitted,[[100.5|score-range]]
`,
      { only, version: '1.1' },
    );
    assert.equal(problems[0]?.message, 'score is "-0.5", less than the lowest value of its line item, "0"');
    assert.equal(
      problems[1]?.message,
      'score is "100.5", more than the highest value of its line item, "100"',
    );
    assert.ok(problems.every(({ severity }) => severity === 'warning'));
  });

  it('does not read the bounds of a line item with a field too many', () => {
    check(
      `
=== lineItems.csv
sourcedId,title,resultValueMin,resultValueMax
l1,Quiz,4,0,100
=== results.csv
sourcedId,lineItemSourcedId,scoreStatus,score
x1,l1,fully graded,87
`,
      { only, version: '1.1' },
    );
  });

  it('makes a range that is upside down an error, and says nothing of its scores', () => {
    const { problems } = check(
      `
=== lineItems.csv
sourcedId,resultValueMin,resultValueMax
l1,[[100|score-range]],0
=== results.csv
sourcedId,lineItemSourcedId,scoreStatus,score
x1,l1,fully graded,105
`,
      { only, version: '1.1' },
    );
    assert.equal(problems[0]?.severity, 'error');
  });

  it('takes an empty bound of 1.2 for none', () => {
    check(
      `
=== lineItems.csv
sourcedId,resultValueMin,resultValueMax
l1,,10
=== results.csv
sourcedId,lineItemSourcedId,scoreStatus,score
x1,l1,fully graded,-5
x2,l1,fully graded,[[11|score-range]]
x3,l1,fully graded,
`,
      { only, version: '1.2' },
    );
  });

  it('is silent on numbers that are none, scores that stand in for none, and line items that do not exist', () => {
    check(
      `
=== lineItems.csv
sourcedId,resultValueMin,resultValueMax
l1,0,10
l2,ten,1
=== results.csv
sourcedId,status,lineItemSourcedId,scoreStatus,score
x1,,l1,exempt,-1
x2,,l1,not submitted,-1
x3,,l1,fully graded,11 points
x4,,l9,fully graded,11
x5,tobedeleted,l1,fully graded,11
`,
      { only, version: '1.1' },
    );
  });

  it('finds nothing in empty tables', () => {
    check(
      `
=== lineItems.csv
sourcedId,resultValueMin,resultValueMax
=== results.csv
sourcedId,lineItemSourcedId,scoreStatus,score
`,
      { only, version: '1.1' },
    );
  });
});
