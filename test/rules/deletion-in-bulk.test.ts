import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['deletion-in-bulk'];

describe('deletion-in-bulk', () => {
  it('says nothing while lifecycle-in-bulk is an error', () => {
    check(
      `
=== manifest.csv
propertyName,value
file.orgs,bulk
=== orgs.csv
sourcedId,status,dateLastModified,name
o1,tobedeleted,,North High
`,
      { only, version: '1.1' },
    );
  });

  it('counts the deletions of a file where filled fields are tolerated', () => {
    for (const severity of ['off', 'information', 'warning'] as const) {
      const { problems } = check(
        `
=== manifest.csv
propertyName,value
file.orgs,bulk
=== orgs.csv
sourcedId,status,dateLastModified,name
o1,active,,North High
o2,[[tobedeleted|deletion-in-bulk]],,South High
o3,tobedeleted,,West High
`,
        { only, version: '1.1', severities: { 'lifecycle-in-bulk': severity } },
      );
      assert.deepEqual(
        problems.map((problem) => [problem.severity, problem.count]),
        [['warning', 2]],
      );
    }
  });

  it('leaves delta files and other words alone', () => {
    check(
      `
=== manifest.csv
propertyName,value
file.orgs,bulk
file.courses,delta
=== orgs.csv
sourcedId,status,dateLastModified,name
o1,inactive,,North High
=== courses.csv
sourcedId,status,dateLastModified
k1,tobedeleted,2026-08-15T08:00:00.000Z
`,
      { only, version: '1.1', severities: { 'lifecycle-in-bulk': 'off' } },
    );
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
      { only, version: '1.1', severities: { 'lifecycle-in-bulk': 'off' } },
    );
  });
});
