import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['reference-cycle'];

describe('reference-cycle', () => {
  it('accepts trees, and agents who name each other', () => {
    check(
      `
=== orgs.csv
sourcedId,parentSourcedId
d1,
s1,d1
s2,d1
x1,s1
=== users.csv
sourcedId,agentSourcedIds
u1,p1
p1,u1
`,
      { only, version: '1.1' },
    );
  });

  it('marks a record that names itself', () => {
    const { problems } = check(
      `
=== academicSessions.csv
sourcedId,parentSourcedId
y1,[[y1|reference-cycle]]
t1,y1
`,
      { only, version: '1.1' },
    );
    assert.match(problems[0]?.message ?? '', /^parentSourcedId names "y1", the session itself/);
  });

  it('marks a ring once, at its first record, and names the others', () => {
    const { problems } = check(
      `
=== orgs.csv
sourcedId,parentSourcedId
x1,b1
a1,[[c1|reference-cycle]]
b1,a1
c1,b1
`,
      { only, version: '1.1' },
    );
    assert.match(problems[0]?.message ?? '', /names "c1".*3 of them form a ring/);
    assert.deepEqual(
      problems[0]?.related.map(({ line }) => line),
      [5, 4],
    );
  });

  it('is silent where the parent does not exist, is deleted or the record has another width', () => {
    check(
      `
=== orgs.csv
sourcedId,status,parentSourcedId
a1,,nowhere
b1,,b2
b2,tobedeleted,b1
c1,,c2
c2,,c1,x
`,
      { only, version: '1.1' },
    );
  });

  it('finds nothing in an empty table', () => {
    check(
      `
=== orgs.csv
sourcedId,parentSourcedId
`,
      { only, version: '1.1' },
    );
  });
});
