import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['primary-on-non-teacher'];

describe('primary-on-non-teacher', () => {
  it('accepts teachers, and others who are not primary', () => {
    check(
      `
=== enrollments.csv
sourcedId,role,primary
e1,teacher,true
e2,student,false
e3,student,
e4,Teacher,true
`,
      { only, version: '1.1' },
    );
  });

  it('marks others, once a role', () => {
    const { problems } = check(
      `
=== enrollments.csv
sourcedId,role,primary
e1,student,[[true|primary-on-non-teacher]]
e2,student,true
e3,proctor,[[TRUE|primary-on-non-teacher]]
`,
      { only, version: '1.1' },
    );
    assert.deepEqual(
      problems.map(({ count, data }) => [count, data['suggestion']]),
      [
        [2, 'false'],
        [1, 'false'],
      ],
    );
    assert.match(problems[0]?.message ?? '', /^primary is "true" for somebody enrolled as student/);
  });

  it("is silent on roles that are none, and on roles of one's own", () => {
    check(
      `
=== enrollments.csv
sourcedId,role,primary,status
e1,studnt,true,
e2,,true,
e3,ext:coach,true,
e4,student,yes,
e5,student,true,tobedeleted
`,
      { only, version: '1.2' },
    );
  });

  it('finds nothing in an empty table', () => {
    check(
      `
=== enrollments.csv
sourcedId,role,primary
`,
      { only, version: '1.1' },
    );
  });
});
