import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['invalid-email'];

describe('invalid-email', () => {
  it('accepts addresses of all usual kinds', () => {
    check(
      `
=== users.csv
sourcedId,email
u1,ada@example.org
u2,ada.byron+school@mail.k12.example.org
u3,o'neil_2@ex-ample.org
u4,j\u00fcrgen@m\u00fcller.example
u5,
u6,A@B.CO
`,
      { only, version: '1.1' },
    );
  });

  it('marks what cannot be an address', () => {
    const { problems } = check(
      `
=== users.csv
sourcedId,email
u1,[[ada|invalid-email]]
u2,[[ada@|invalid-email]]
u3,[[@example.org|invalid-email]]
u4,[[ada@example|invalid-email]]
u5,[[ada byron@example.org|invalid-email]]
u6,[[ada@example..org|invalid-email]]
u7,"[[Ada <ada@example.org>|invalid-email]]"
u8,[[ada@-example.org|invalid-email]]
`,
      { only, version: '1.1' },
    );
    assert.ok(problems.every(({ severity }) => severity === 'warning'));
  });

  it('says that there are several addresses', () => {
    const { problems } = check(
      `
=== users.csv
sourcedId,email
u1,[[ada@example.org;bea@example.org|invalid-email]]
`,
      { only, version: '1.0' },
    );
    assert.equal(problems[0]?.messageId, 'several');
  });

  it('leaves blanks at the ends to another rule', () => {
    check(
      `
=== users.csv
sourcedId,email
u1, ada@example.org 
u2,  
`,
      { only, version: '1.1' },
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
