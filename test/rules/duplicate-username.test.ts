import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['duplicate-username'];

describe('duplicate-username', () => {
  it('accepts values that differ, empty ones and words for no value', () => {
    check(
      `
=== users.csv
sourcedId,username
u1,jdoe
u2,xjdoe
u3,
u4,
u5,NULL
u6,NULL
`,
      { only, version: '1.1' },
    );
  });

  it('marks each record that repeats one, and names the first', () => {
    const { problems } = check(
      `
=== users.csv
sourcedId,username
u1,jdoe
u2,[[JDoe |duplicate-username]]
u3,jdoe
`,
      { only, version: '1.1' },
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
sourcedId,status,dateLastModified,username
u1,active,2026-08-15T08:00:00.000Z,jdoe
u2,tobedeleted,2026-08-15T08:00:00.000Z,jdoe
u1,active,2026-08-15T08:00:00.000Z,jdoe
`,
      { only, version: '1.1' },
    );
  });

  it('compares in 1.0', () => {
    check(
      `
=== users.csv
sourcedId,username
u1,jdoe
u2,[[jdoe|duplicate-username]]
`,
      { only, version: '1.0' },
    );
  });

  it('compares in 1.2', () => {
    check(
      `
=== users.csv
sourcedId,username
u1,jdoe
u2,[[jdoe|duplicate-username]]
`,
      { only, version: '1.2' },
    );
  });

  it('finds nothing in an empty table', () => {
    check(
      `
=== users.csv
sourcedId,username
`,
      { only, version: '1.1' },
    );
  });
});
