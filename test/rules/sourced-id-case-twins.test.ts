import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['sourced-id-case-twins'];

describe('sourced-id-case-twins', () => {
  it('accepts ids that differ by more than case, the same one in two files, and values that are no key', () => {
    check(
      `
=== orgs.csv
sourcedId,name
A1,north
a2,North
B-1,NORTH
=== courses.csv
sourcedId,orgSourcedId
a1,A1
b1,a2
`,
      { only, version: '1.1' },
    );
  });

  it('marks the later of two ids and names the other', () => {
    const { problems } = check(
      `
=== orgs.csv
sourcedId,name
A1,North High
b1,South High
[[a1|sourced-id-case-twins]],West High
`,
      { only, version: '1.1' },
    );
    assert.deepEqual(
      problems.map(({ severity, data, related }) => [
        severity,
        data['twin'],
        related.map(({ line }) => line),
      ]),
      [['warning', 'A1', [2]]],
    );
  });

  it('leaves ids that are the same, blanks aside, to other rules', () => {
    check(
      `
=== orgs.csv
sourcedId,name
A1,North High
A1,South High
 A1,West High
,East High
,Hill High
`,
      { only, version: '1.1' },
    );
  });

  it('takes the id of the person as the key of demographics in 1.0', () => {
    check(
      `
=== demographics.csv
userSourcedId,sex
U1,Male
[[u1|sourced-id-case-twins]],Male
`,
      { only, version: '1.0' },
    );
  });

  it('finds nothing in an empty table', () => {
    check(
      `
=== orgs.csv
sourcedId,name
`,
      { only, version: '1.1' },
    );
  });
});
