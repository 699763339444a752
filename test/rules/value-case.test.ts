import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['value-case'];

describe('value-case', () => {
  it('accepts values in the right case and says nothing of wrong ones', () => {
    check(
      `
=== users.csv
sourcedId,enabledUser,role
u1,true,student
u2,false,teachr
u3,,
`,
      { only, version: '1.1' },
    );
  });

  it('marks values in another case and suggests the right one', () => {
    const { problems } = check(
      `
=== users.csv
sourcedId,enabledUser,role
u1,[[TRUE|value-case]],[[Student|value-case]]
u2,true,[[teacheR|value-case]]
`,
      { only, version: '1.1' },
    );
    assert.deepEqual(
      problems.map(({ severity, data }) => [severity, data['suggestion']]),
      [
        ['error', 'true'],
        ['error', 'student'],
        ['error', 'teacher'],
      ],
    );
  });

  it('is a warning for true and false in 1.0 alone', () => {
    const { problems } = check(
      `
=== demographics.csv
userSourcedId,sex,asian
u1,[[female|value-case]],[[TRUE|value-case]]
`,
      { only, version: '1.0' },
    );
    assert.deepEqual(
      problems.map(({ severity, data }) => [severity, data['suggestion']]),
      [
        ['error', 'Female'],
        ['warning', 'true'],
      ],
    );
  });

  it("judges the items of a list and the prefix of values of one's own", () => {
    const { problems } = check(
      `
=== resources.csv
sourcedId,roles
x1,"student,[[Teacher|value-case]]"
x2,[[EXT:Coach|value-case]]
x3,ext:Coach
`,
      { only, version: '1.2' },
    );
    assert.equal(problems[1]?.data['suggestion'], 'ext:Coach');
  });

  it('leaves the lifecycle columns of a bulk file alone, not those of a delta file', () => {
    check(
      `
=== manifest.csv
propertyName,value
file.orgs,bulk
file.courses,delta
=== orgs.csv
sourcedId,status,dateLastModified
o1,Active,
=== courses.csv
sourcedId,status,dateLastModified
k1,[[Active|value-case]],
`,
      { only, version: '1.1' },
    );
  });

  it('finds nothing in an empty table', () => {
    check(
      `
=== users.csv
sourcedId,enabledUser,role
`,
      { only, version: '1.1' },
    );
  });
});
