import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['org-level-order'];

describe('org-level-order', () => {
  it('accepts every step down, and departments anywhere', () => {
    check(
      `
=== orgs.csv
sourcedId,type,parentSourcedId
n1,national,
a1,state,n1
l1,local,a1
d1,district,l1
s1,school,d1
x1,department,s1
s2,school,x1
s3,school,n1
`,
      { only, version: '1.1' },
    );
  });

  it('marks a parent at the same or a lower level', () => {
    const { problems } = check(
      `
=== orgs.csv
sourcedId,type,parentSourcedId
d1,district,[[s1|org-level-order]]
s1,school,
s2,school,[[s1|org-level-order]]
`,
      { only, version: '1.1' },
    );
    assert.match(
      problems[0]?.message ?? '',
      /^parentSourcedId names "s1", a school, but this is a district; the order is national, state/,
    );
  });

  it('is silent on types that are none, parents that do not exist, and rings', () => {
    check(
      `
=== orgs.csv
sourcedId,type,parentSourcedId
a1,scool,b1
b1,school,a2
a2,ext:campus,
c1,school,nowhere
e1,school,e2
e2,school,e1
`,
      { only, version: '1.1' },
    );
  });

  it('leaves the types that 1.0 does not have alone', () => {
    check(
      `
=== orgs.csv
sourcedId,type,parentSourcedId
d1,district,s1
s1,school,
`,
      { only, version: '1.0' },
    );
  });

  it('finds nothing in an empty table', () => {
    check(
      `
=== orgs.csv
sourcedId,type,parentSourcedId
`,
      { only, version: '1.1' },
    );
  });
});
