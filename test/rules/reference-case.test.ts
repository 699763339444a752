import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['reference-case'];

describe('reference-case', () => {
  it('accepts references in the right case, and leaves missing records to dangling-reference', () => {
    check(
      `
=== orgs.csv
sourcedId,name
SCH-1,North High
o2,South High
=== users.csv
sourcedId,orgSourcedIds,agentSourcedIds
u1,SCH-1,
u2,"o2,SCH-1",u1
u3,o9,U9
`,
      { only, version: '1.1' },
    );
  });

  it('names the id as it is written there and points to its record', () => {
    const { problems } = check(
      `
=== orgs.csv
sourcedId,name
SCH-1,North High
o2,South High
=== users.csv
sourcedId,orgSourcedIds,agentSourcedIds
u1,"o2,[[sch-1|reference-case]]",
u2,sch-1,[[U1|reference-case]]
`,
      { only, version: '1.1' },
    );
    assert.deepEqual(
      problems.map(({ count, data, related }) => [
        count,
        data['suggestion'],
        related.map(({ file, line }) => `${file} ${String(line)}`),
      ]),
      [
        [2, 'SCH-1', ['orgs.csv 2']],
        [1, 'u1', ['users.csv 2']],
      ],
    );
  });

  it('leaves blanks round an id and invisible characters to other rules', () => {
    check(
      `
=== orgs.csv
sourcedId,name
 o1,North High
o\u200b2,South High
=== users.csv
sourcedId,orgSourcedIds
u1,o1
u2,o2
u3," o1 "
`,
      { only, version: '1.1' },
    );
  });

  it('says nothing where an id of that case is there', () => {
    check(
      `
=== orgs.csv
sourcedId,name
A1,North High
a1,South High
=== users.csv
sourcedId,orgSourcedIds
u1,"a1,A1"
`,
      { only, version: '1.1' },
    );
  });

  it('finds nothing in an empty table', () => {
    check(
      `
=== orgs.csv
sourcedId,name
SCH-1,North High
o2,South High
=== users.csv
sourcedId,orgSourcedIds,agentSourcedIds
`,
      { only, version: '1.1' },
    );
  });
});
