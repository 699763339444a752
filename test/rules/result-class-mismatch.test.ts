import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['result-class-mismatch'];

describe('result-class-mismatch', () => {
  it('accepts the class of the line item, and none', () => {
    check(
      `
=== classes.csv
sourcedId
c1
c2
=== lineItems.csv
sourcedId,classSourcedId
l1,c1
l2,nowhere
=== results.csv
sourcedId,status,lineItemSourcedId,classSourcedId
x1,,l1,c1
x2,,l1,
`,
      { only, version: '1.2' },
    );
  });

  it('marks another class, once a line item', () => {
    const { problems } = check(
      `
=== classes.csv
sourcedId
c1
c2
=== lineItems.csv
sourcedId,classSourcedId
l1,c1
l2,nowhere
=== results.csv
sourcedId,status,lineItemSourcedId,classSourcedId
x1,,l1,[[c2|result-class-mismatch]]
x2,,l1,c2
`,
      { only, version: '1.2' },
    );
    assert.equal(problems[0]?.count, 2);
    assert.equal(problems[0].message, 'classSourcedId is "c2", but the line item is of the class "c1"');
  });

  it('is silent where something does not exist or is deleted', () => {
    check(
      `
=== classes.csv
sourcedId
c1
c2
=== lineItems.csv
sourcedId,classSourcedId
l1,c1
l2,nowhere
=== results.csv
sourcedId,status,lineItemSourcedId,classSourcedId
x1,,l2,c1
x2,,l9,c1
x3,,l1,c9
x4,tobedeleted,l1,c2
`,
      { only, version: '1.2' },
    );
  });

  it('finds nothing in an empty table', () => {
    check(
      `
=== classes.csv
sourcedId
c1
c2
=== lineItems.csv
sourcedId,classSourcedId
l1,c1
l2,nowhere
=== results.csv
sourcedId,status,lineItemSourcedId,classSourcedId
`,
      { only, version: '1.2' },
    );
  });
});
