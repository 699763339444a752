import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['primary-role-count'];

describe('primary-role-count', () => {
  it('accepts one primary role in each organization, and one after the other', () => {
    check(
      `
=== roles.csv
sourcedId,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId
r1,u1,primary,teacher,,,s1
r2,u1,secondary,aide,,,s1
r3,u1,primary,aide,,,s2
r4,u2,primary,student,2025-08-18,2026-08-17,s1
r5,u2,primary,aide,2026-08-17,,s1
`,
      { only, version: '1.2' },
    );
  });

  it('marks a second primary role at the same time', () => {
    const { problems } = check(
      `
=== roles.csv
sourcedId,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId
r1,u1,primary,teacher,,,s1
r2,u1,[[primary|primary-role-count]],aide,2026-08-17,,s1
r3,u1,[[Primary|primary-role-count]],proctor,,,s1
`,
      { only, version: '1.2' },
    );
    assert.equal(problems[0]?.severity, 'error');
    assert.match(problems[0].message, /"u1" has another primary role in "s1"/);
    assert.equal(problems[0].related[0]?.line, 2);
  });

  it('is silent on deleted records, invalid dates and empty ids', () => {
    check(
      `
=== roles.csv
sourcedId,status,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId
r1,,u1,primary,teacher,,,s1
r2,tobedeleted,u1,primary,aide,,,s1
r3,,u1,primary,aide,8/17/2026,,s1
r4,,,primary,aide,,,s1
r5,,,primary,aide,,,s1
r6,,u1,primry,aide,,,s1
`,
      { only, version: '1.2' },
    );
  });

  it('leaves a role that stands twice to another rule', () => {
    check(
      `
=== roles.csv
sourcedId,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId
r1,u1,primary,teacher,,,s1
r1,u1,primary,teacher,,,s1
`,
      { only, version: '1.2' },
    );
  });

  it('finds nothing in an empty table', () => {
    check(
      `
=== roles.csv
sourcedId,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId
`,
      { only, version: '1.2' },
    );
  });
});
