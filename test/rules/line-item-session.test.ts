import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['line-item-session'];

describe('line-item-session', () => {
  it('accepts grading periods in 1.1', () => {
    check(
      `
=== academicSessions.csv
sourcedId,type
y1,schoolYear
t1,term
g1,gradingPeriod
x1,grading
=== lineItems.csv
sourcedId,gradingPeriodSourcedId
l1,g1
l2,x1
l3,nowhere
l4,
`,
      { only, version: '1.1' },
    );
  });

  it('marks everything else in 1.1, once a session', () => {
    const { problems } = check(
      `
=== academicSessions.csv
sourcedId,type
y1,schoolYear
t1,term
g1,gradingPeriod
x1,grading
=== lineItems.csv
sourcedId,gradingPeriodSourcedId
l1,[[t1|line-item-session]]
l2,t1
l3,[[y1|line-item-session]]
`,
      { only, version: '1.1' },
    );
    assert.deepEqual(
      problems.map(({ count }) => count),
      [2, 1],
    );
    assert.equal(
      problems[0]?.message,
      'gradingPeriodSourcedId names "t1", a term; it should be a gradingPeriod',
    );
  });

  it('marks the whole school year alone in 1.2', () => {
    const { problems } = check(
      `
=== academicSessions.csv
sourcedId,type
y1,schoolYear
t1,term
g1,gradingPeriod
x1,grading
=== lineItems.csv
sourcedId,academicSessionSourcedId
l1,t1
l2,g1
l3,[[y1|line-item-session]]
`,
      { only, version: '1.2' },
    );
    assert.match(problems[0]?.message ?? '', /^academicSessionSourcedId names "y1", a whole schoolYear/);
  });

  it('finds nothing in an empty table', () => {
    check(
      `
=== academicSessions.csv
sourcedId,type
y1,schoolYear
t1,term
g1,gradingPeriod
x1,grading
=== lineItems.csv
sourcedId,gradingPeriodSourcedId
`,
      { only, version: '1.1' },
    );
  });
});
