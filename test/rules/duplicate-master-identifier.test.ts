import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['duplicate-master-identifier'];

describe('duplicate-master-identifier', () => {
  it('accepts values that differ, empty ones and words for no value', () => {
    check(
      `
=== users.csv
sourcedId,userMasterIdentifier
u1,M-1
u2,xM-1
u3,
u4,
u5,NULL
u6,NULL
`,
      { only, version: '1.2' },
    );
  });

  it('marks each record that repeats one, and names the first', () => {
    const { problems } = check(
      `
=== users.csv
sourcedId,userMasterIdentifier
u1,M-1
u2,[[M-1|duplicate-master-identifier]]
u3,M-1
`,
      { only, version: '1.2' },
    );
    assert.deepEqual(
      problems.map(({ severity, count, related }) => [severity, count, related.map(({ line }) => line)]),
      [['warning', 2, [2]]],
    );
  });

  it('leaves out who is deleted, and who is there twice by id', () => {
    check(
      `
=== users.csv
sourcedId,status,dateLastModified,userMasterIdentifier
u1,active,2026-08-15T08:00:00.000Z,M-1
u2,tobedeleted,2026-08-15T08:00:00.000Z,M-1
u1,active,2026-08-15T08:00:00.000Z,M-1
`,
      { only, version: '1.2' },
    );
  });

  it('counts letter case', () => {
    check(
      `
=== users.csv
sourcedId,userMasterIdentifier
u1,M-1
u2,m-1
`,
      { only, version: '1.2' },
    );
  });

  it('finds nothing in an empty table', () => {
    check(
      `
=== users.csv
sourcedId,userMasterIdentifier
`,
      { only, version: '1.2' },
    );
  });
});
