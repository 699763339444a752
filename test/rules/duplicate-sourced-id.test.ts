import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['duplicate-sourced-id'];

describe('duplicate-sourced-id', () => {
  it('accepts ids that differ, by case too, and one id in two files', () => {
    check(
      `
=== orgs.csv
sourcedId,name
o1,North High
O1,South High
=== demographics.csv
sourcedId,sex
o1,male
`,
      { only, version: '1.1' },
    );
  });

  it('names both records, and counts what one id repeats', () => {
    const { problems } = check(
      `
=== orgs.csv
sourcedId,name
o1,North High
o2,South High
[[o1|duplicate-sourced-id]],West High
"[[o2|duplicate-sourced-id]]",East High
o1,Hill High
`,
      { only, version: '1.1' },
    );
    assert.deepEqual(
      problems.map(({ count, related }) => [count, related.map(({ line }) => line)]),
      [
        [2, [2]],
        [1, [3]],
      ],
    );
    assert.equal(
      problems[0]?.message,
      'sourcedId "o1" is already the id of another organization, in record 2',
    );
  });

  it('takes the id of the person as the key of demographics in 1.0', () => {
    check(
      `
=== demographics.csv
userSourcedId,sex
u1,Male
[[u1|duplicate-sourced-id]],Male
`,
      { only, version: '1.0' },
    );
  });

  it('trusts the first field of a record with a field too many, not the rest of a torn one', () => {
    check(
      `
=== orgs.csv
sourcedId,name
o1,North High
[[o1|duplicate-sourced-id]],South High,extra
x,West
High
High
`,
      { only, version: '1.1' },
    );
  });

  it('leaves blank ids, blank records and loose quotes alone', () => {
    check(
      `
=== orgs.csv
sourcedId,name
,North High
,South High
  ,West High
  ,East High
,
,
"a"b,Hill High,
"a"b,Lake High,
`,
      { only, version: '1.1' },
    );
  });

  it('compares only the key, wherever its column stands', () => {
    check(
      `
=== orgs.csv
name,sourcedId
North High,o1
North High,[[o1|duplicate-sourced-id]]
North High,o2
`,
      { only, version: '1.1' },
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
