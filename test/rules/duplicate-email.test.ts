import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['duplicate-email'];

describe('duplicate-email', () => {
  it('accepts values that differ, empty ones and words for no value', () => {
    check(
      `
=== users.csv
sourcedId,email
u1,j.doe@north.example
u2,xj.doe@north.example
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
sourcedId,email
u1,j.doe@north.example
u2,[[J.Doe@North.example|duplicate-email]]
u3,j.doe@north.example
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
sourcedId,status,dateLastModified,email
u1,active,2026-08-15T08:00:00.000Z,j.doe@north.example
u2,tobedeleted,2026-08-15T08:00:00.000Z,j.doe@north.example
u1,active,2026-08-15T08:00:00.000Z,j.doe@north.example
`,
      { only, version: '1.1' },
    );
  });

  it('lets parents, guardians and relatives share an address among themselves', () => {
    check(
      `
=== users.csv
sourcedId,role,email
u1,parent,doe@mail.example
u2,guardian,doe@mail.example
u3,relative,doe@mail.example
u4,student,[[doe@mail.example|duplicate-email]]
`,
      { only, version: '1.1' },
    );
  });

  it('knows families of 1.2 by roles.csv', () => {
    check(
      `
=== users.csv
sourcedId,email
u1,doe@mail.example
u2,doe@mail.example
u3,roe@mail.example
u4,[[roe@mail.example|duplicate-email]]
=== roles.csv
sourcedId,userSourcedId,role
r1,u1,parent
r2,u2,parent
r3,u3,parent
r4,u4,parent
r5,u4,teacher
`,
      { only, version: '1.2' },
    );
  });

  it('says where the two have one name', () => {
    const { problems } = check(
      `
=== users.csv
sourcedId,role,givenName,familyName,email
u1,student,June,Okafor,june@north.example
u2,student,june,OKAFOR,[[june@north.example|duplicate-email]]
u3,student,Joy,Okafor,[[june@north.example|duplicate-email]]
`,
      { only, version: '1.1', maxProblems: 0 },
    );
    assert.deepEqual(
      problems.map(({ messageId }) => messageId),
      ['samePerson', 'repeated'],
    );
  });

  it('finds nothing in an empty table', () => {
    check(
      `
=== users.csv
sourcedId,email
`,
      { only, version: '1.1' },
    );
  });
});
