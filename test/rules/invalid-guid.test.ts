import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['invalid-guid'];

describe('invalid-guid', () => {
  it('accepts letters, digits and . - _ / @, up to 255 characters', () => {
    check(
      `
=== orgs.csv
sourcedId,name,type,parentSourcedId
Az09.-_/@x,North High,school,
jane.doe@district.example,South High,school,Az09.-_/@x
${'a'.repeat(255)},West High,school,
`,
      { only, version: '1.2' },
    );
  });

  it('marks other characters in a key and says which', () => {
    const { problems } = check(
      `
=== orgs.csv
sourcedId,name
[[o 1|invalid-guid]],North High
[[o:2|invalid-guid]],South High
[[o+3|invalid-guid]],West High
"[[o,4|invalid-guid]]",East High
[[M\u00fcnchen|invalid-guid]],Hill High
`,
      { only, version: '1.2' },
    );
    assert.equal(
      problems[1]?.message,
      'sourcedId is "o:2", and ":" may not stand in an id; legal are letters A to Z, digits and . - _ / @',
    );
    assert.ok(problems.every(({ severity }) => severity === 'error'));
  });

  it('is an error in 1.1 for the length and a warning for the characters', () => {
    const { problems } = check(
      `
=== orgs.csv
sourcedId,name
[[o 1|invalid-guid]],North High
[[${'a'.repeat(256)}|invalid-guid]],South High
`,
      { only, version: '1.1' },
    );
    assert.deepEqual(
      problems.map(({ severity, messageId }) => [severity, messageId]),
      [
        ['warning', 'character'],
        ['error', 'length'],
      ],
    );
  });

  it('has nothing to say in 1.0, where an id is any text', () => {
    check(
      `
=== orgs.csv
sourcedId,name
o 1,North High
`,
      { only, version: '1.0' },
    );
  });

  it('marks an illegal reference only where it leads to nothing, item by item', () => {
    check(
      `
=== orgs.csv
sourcedId,name
[[o 1|invalid-guid]],North High
o2,South High
=== users.csv
sourcedId,agentSourcedIds,primaryOrgSourcedId
u1,,o 1
u2,"u1,[[u:9|invalid-guid]]",[[o 7|invalid-guid]]
u3,,O 1
`,
      { only, version: '1.2' },
    );
  });

  it('is silent in 1.1 for an illegal reference that dangling-reference reports', () => {
    check(
      `
=== orgs.csv
sourcedId,name
o2,South High
=== users.csv
sourcedId,orgSourcedIds
u1,o 7
`,
      { only, version: '1.1' },
    );
  });

  it('leaves blanks at the ends, blank fields, invisible characters and other lists to their rules', () => {
    check(
      `
=== orgs.csv
sourcedId,name
 o1 ,North High
,South High
  ,West High
o\u200b4,East High
=== classes.csv
sourcedId,termSourcedIds
c1,"t1;t2"
c2,"t1, t2"
`,
      { only, version: '1.2' },
    );
  });

  it('finds nothing in an empty table', () => {
    check(
      `
=== orgs.csv
sourcedId,name
`,
      { only, version: '1.2' },
    );
  });
});
