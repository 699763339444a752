import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['subject-code-count'];

describe('subject-code-count', () => {
  it('accepts as many codes as subjects, and none of either', () => {
    check(
      `
=== courses.csv
sourcedId,subjects,subjectCodes
k1,"Biology,Chemistry","03051, 03101"
k2,,
=== classes.csv
sourcedId,subjects,subjectCodes
c1,Latin,24355
`,
      { only, version: '1.1' },
    );
  });

  it('marks another number of codes, once for each pair of lists', () => {
    const { problems } = check(
      `
=== classes.csv
sourcedId,subjects,subjectCodes
c1,"Biology,Chemistry",[[03051|subject-code-count]]
c2,"Biology,Chemistry",03051
c3,Latin,"[[24355,24356|subject-code-count]]"
`,
      { only, version: '1.1' },
    );
    assert.deepEqual(
      problems.map(({ count, severity }) => [count, severity]),
      [
        [2, 'error'],
        [1, 'error'],
      ],
    );
    assert.match(problems[0]?.message ?? '', /^There are 1 subjectCodes for 2 subjects/);
  });

  it('warns where one of the lists is empty', () => {
    const { problems } = check(
      `
=== courses.csv
sourcedId,subjects,subjectCodes
k1,Biology,[[|subject-code-count]]
k2,Chemistry,
=== classes.csv
sourcedId,subjects,subjectCodes
c1,[[|subject-code-count]],03051
`,
      { only, version: '1.1' },
    );
    assert.deepEqual(
      problems.map(({ count, severity }) => [count, severity]),
      [
        [1, 'warning'],
        [2, 'warning'],
      ],
    );
  });

  it('is silent on lists that are malformed', () => {
    check(
      `
=== courses.csv
sourcedId,subjects,subjectCodes
k1,"Biology,",03051
k2,Biology;Chemistry,03051
k3,[Biology],"03051,03101"
`,
      { only, version: '1.1' },
    );
  });

  it('has no say in 1.0, which has no codes', () => {
    check(
      `
=== classes.csv
sourcedId,subjects,subjectCodes
c1,Biology,
`,
      { only, version: '1.0' },
    );
  });

  it('finds nothing in an empty table', () => {
    check(
      `
=== courses.csv
sourcedId,subjects,subjectCodes
`,
      { only, version: '1.1' },
    );
  });
});
