import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['lifecycle-in-bulk'];

describe('lifecycle-in-bulk', () => {
  it('accepts the columns where they are blank, and delta files beside bulk ones', () => {
    check(
      `
=== manifest.csv
propertyName,value
file.orgs,bulk
file.courses,delta
=== orgs.csv
sourcedId,status,dateLastModified,name
o1,,,North High
o2,"",,South High
o3,  ,,West High
=== courses.csv
sourcedId,status,dateLastModified
k1,active,2026-08-15T08:00:00.000Z
`,
      { only, version: '1.1' },
    );
  });

  it('counts the filled fields of each column as one problem and points to the manifest', () => {
    const { problems, totals } = check(
      `
=== manifest.csv
propertyName,value
file.orgs,bulk
=== orgs.csv
sourcedId,status,dateLastModified,name
o1,[[active|lifecycle-in-bulk]],,North High
o2,tobedeleted,[[2026-08-15T08:00:00.000Z|lifecycle-in-bulk]],South High
o3,,,West High
`,
      { only, version: '1.1' },
    );
    assert.deepEqual(
      problems.map(({ count, related }) => [count, related.map(({ file, line }) => [file, line])]),
      [
        [2, [['manifest.csv', 2]]],
        [1, [['manifest.csv', 2]]],
      ],
    );
    assert.equal(totals.error, 3);
  });

  it('needs no manifest to know a bulk file', () => {
    const { problems } = check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name
o1,[[active|lifecycle-in-bulk]],,North High
`,
      { only, version: '1.2' },
    );
    assert.deepEqual(problems[0]?.related, []);
  });

  it('leaves 1.0 to mixed-lifecycle, and records of another width alone', () => {
    check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name
o1,active,,North High
`,
      { only, version: '1.0' },
    );
    check('=== orgs.csv\nsourcedId,status,dateLastModified,name\no1,active\n', { only, version: '1.1' });
  });

  it('finds nothing in an empty table', () => {
    check(
      `
=== manifest.csv
propertyName,value
file.orgs,bulk
=== orgs.csv
sourcedId,status,dateLastModified,name
`,
      { only, version: '1.1' },
    );
  });
});
