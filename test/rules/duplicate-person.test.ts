import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['duplicate-person'];

describe('duplicate-person', () => {
  it('accepts twins, namesakes, and one name without anything else', () => {
    check(
      `
=== users.csv
sourcedId,role,givenName,familyName,middleName,email
u1,student,June,Okafor,,
u2,student,Joy,Okafor,,
u3,student,Maria,Garcia,Ana,
u4,student,Maria,Garcia,Rosa,
u5,student,Maria,Garcia,,
u6,student,,,,
u7,student,,,,
=== demographics.csv
sourcedId,birthDate
u1,2015-11-02
u2,2015-11-02
u3,2015-11-02
u4,2015-11-02
u5,2015-11-03
u6,2015-11-02
u7,2015-11-02
`,
      { only, version: '1.1' },
    );
  });

  it('marks who has the name and the birth date of another', () => {
    const { problems } = check(
      `
=== users.csv
sourcedId,role,givenName,familyName
u1,student,June,Okafor
[[u2|duplicate-person]],student,june,OKAFOR
u3,student,June,Okafor
=== demographics.csv
sourcedId,birthDate
u1,2015-11-02
u2,2015-11-02
u3,2015-11-02
`,
      { only, version: '1.1' },
    );
    assert.deepEqual(
      problems.map(({ severity, count, messageId, related }) => [
        severity,
        count,
        messageId,
        related.map(({ line }) => line),
      ]),
      [['information', 2, 'born', [2]]],
    );
    assert.doesNotMatch(problems[0]?.message ?? '', /okafor/i);
  });

  it('joins the demographics of 1.0 by the id of the person', () => {
    check(
      `
=== users.csv
sourcedId,role,givenName,familyName
u1,student,June,Okafor
[[u2|duplicate-person]],student,June,Okafor
=== demographics.csv
userSourcedId,birthdate
u2,2015-11-02
u1,2015-11-02
`,
      { only, version: '1.0' },
    );
  });

  it('takes an address for a sign where duplicate-email does not speak of it', () => {
    const both = ['duplicate-person', 'duplicate-email'];
    const fixture = (role: string, id: string, email: string) => `
=== users.csv
sourcedId,role,givenName,familyName,email
u1,${role},Ada,Okafor,ada@mail.example
${id},${role},Ada,Okafor,${email}
=== demographics.csv
sourcedId,birthDate
u1,1985-11-02
u2,1985-11-02
`;
    check(fixture('parent', '[[u2|duplicate-person]]', 'ADA@mail.example'), { only: both, version: '1.1' });
    check(fixture('teacher', 'u2', '[[ada@mail.example|duplicate-email]]'), { only: both, version: '1.1' });
    check(fixture('teacher', '[[u2|duplicate-person]]', 'ada@mail.example'), {
      only: both,
      version: '1.1',
      severities: { 'duplicate-email': 'off' },
    });
  });

  it('leaves out who is deleted, and who is there twice by id', () => {
    check(
      `
=== users.csv
sourcedId,status,role,givenName,familyName,email
u1,,parent,Ada,Okafor,ada@mail.example
u2,tobedeleted,parent,Ada,Okafor,ada@mail.example
u1,,parent,Ada,Okafor,ada@mail.example
`,
      { only, version: '1.1' },
    );
  });

  it('finds nothing in an empty table', () => {
    check(
      `
=== users.csv
sourcedId,givenName,familyName
`,
      { only, version: '1.1' },
    );
  });
});
