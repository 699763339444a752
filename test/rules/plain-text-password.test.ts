import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['plain-text-password'];

describe('plain-text-password', () => {
  it('accepts an empty column, words for no value and what is encrypted', () => {
    check(
      `
=== users.csv
sourcedId,password
u1,
u2,NULL
u3,pbkdf2$4f2a91
u4,$2b$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW
u5,{SSHA}W6ph5Mm5Pz8GgiULbPgzG37mj9g=
u6,5f4dcc3b5aa765d61d8327deb882cf99
u7,  
`,
      { only, version: '1.1' },
    );
  });

  it('is one problem a file, with a count and without any password', () => {
    const validation = check(
      `
=== users.csv
sourcedId,password
u1,
u2,[[Zebra-77|plain-text-password]]
u3,Zebra-78
u4,"Zebra-79"
`,
      { only, version: '1.1' },
    );
    assert.deepEqual(
      validation.problems.map(({ count, record, field, message }) => [count, record, field, message]),
      [
        [
          3,
          3,
          'password',
          'password holds a password in plain text, in 3 of the records; leave the column empty',
        ],
      ],
    );
    assert.doesNotMatch(JSON.stringify(validation.problems), /Zebra/);
  });

  it('shows no password either where every place is listed', () => {
    const { problems } = check(
      '=== users.csv\nsourcedId,password\nu1,[[Zebra-77|plain-text-password]]\nu2,[[Zebra-78|plain-text-password]]\n',
      { only, version: '1.1', maxProblems: 0 },
    );
    assert.doesNotMatch(JSON.stringify(problems), /Zebra/);
  });

  it('looks at every file that 1.2 has passwords in', () => {
    check(
      `
=== users.csv
sourcedId,password
u1,[[Zebra-77|plain-text-password]]
=== userProfiles.csv
sourcedId,password
p1,[[Zebra-78|plain-text-password]]
`,
      { only, version: '1.2' },
    );
  });

  it('does not take what looks encrypted for it', () => {
    check(
      `
=== users.csv
sourcedId,password
u1,[[money$123|plain-text-password]]
`,
      { only, version: '1.1' },
    );
  });

  it('finds nothing in an empty table', () => {
    check(
      `
=== users.csv
sourcedId,password
`,
      { only, version: '1.1' },
    );
  });
});
