import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['orphan-course'];

describe('orphan-course', () => {
  it('accepts courses that are held', () => {
    check(
      `
=== courses.csv
sourcedId,title
k1,Mathematics 5
=== classes.csv
sourcedId,courseSourcedId
c1,k1
`,
      { only, version: '1.1' },
    );
  });

  it('marks the id of a course without a class', () => {
    const { problems } = check(
      `
=== courses.csv
sourcedId,title,status
k1,Mathematics 5,
[[k2|orphan-course]],Latin 3,
k3,Greek 1,tobedeleted
=== classes.csv
sourcedId,courseSourcedId
c1,k1
`,
      { only, version: '1.1' },
    );
    assert.equal(problems[0]?.message, 'The course "k2" (Latin 3) has no class in classes.csv');
  });

  it('is silent in delta files', () => {
    check(
      `
=== courses.csv
sourcedId,title
k1,Mathematics 5
k2,Latin 3
=== classes.csv
sourcedId,status,dateLastModified,courseSourcedId
c1,active,2026-09-01T06:00:00.000Z,k1
`,
      { only, version: '1.1' },
    );
  });

  it('is silent without classes', () => {
    check(
      `
=== courses.csv
sourcedId,title
k1,Mathematics 5
=== classes.csv
sourcedId,courseSourcedId
`,
      { only, version: '1.1' },
    );
  });
});
