import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['deprecated-value'];

describe('deprecated-value', () => {
  it('accepts the values of 1.1', () => {
    check(
      `
=== manifest.csv
propertyName,value
file.users,delta
=== users.csv
sourcedId,status,dateLastModified
u1,active,2026-08-15T08:00:00.000Z
u2,tobedeleted,2026-08-15T08:00:00.000Z
`,
      { only, version: '1.1' },
    );
  });

  it('marks the word of 1.0, in any letter case, and offers what replaced it', () => {
    const { problems } = check(
      `
=== manifest.csv
propertyName,value
file.users,delta
=== users.csv
sourcedId,status,dateLastModified
u1,[[inactive|deprecated-value]],2026-08-15T08:00:00.000Z
u2,Inactive,2026-08-15T08:00:00.000Z
`,
      { only, version: '1.1' },
    );
    assert.deepEqual(
      problems.map(({ severity, data, count }) => [severity, data['suggestion'], count]),
      [['warning', 'tobedeleted', 2]],
    );
  });

  it('and invalid-value never speak of one value both', () => {
    const delta = (status: string) => `
=== manifest.csv
propertyName,value
file.users,delta
=== users.csv
sourcedId,status,dateLastModified
u1,${status},2026-08-15T08:00:00.000Z
`;
    const both = ['deprecated-value', 'invalid-value', 'value-case'];
    check(delta('[[inactive|deprecated-value]]'), { only: both, version: '1.1' });
    check(delta('[[inactive|invalid-value]]'), { only: both, version: '1.2' });
    check('=== users.csv\nsourcedId,status,dateLastModified\nu1,inactive,2026-08-15\n', {
      only: both,
      version: '1.0',
    });
  });

  it('leaves the status in a bulk file, and other words, to their rules', () => {
    check(
      `
=== manifest.csv
propertyName,value
file.users,bulk
file.orgs,delta
=== users.csv
sourcedId,status,dateLastModified
u1,inactive,
=== orgs.csv
sourcedId,status,dateLastModified
o1,gone,2026-08-15T08:00:00.000Z
`,
      { only, version: '1.1' },
    );
  });

  it('finds nothing in an empty table', () => {
    check(
      `
=== users.csv
sourcedId,status
`,
      { only, version: '1.1' },
    );
  });
});
