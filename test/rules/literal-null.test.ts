import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['literal-null'];

describe('literal-null', () => {
  it('accepts empty fields, blanks, and values and names that are no such word', () => {
    check(
      `
=== users.csv
sourcedId,givenName,familyName,middleName,email,phone,agentSourcedIds
u1,Ann,Null,None,,-,
u2,Na,Nullmeier,"  ",null@north.example,0,none
NULLPUNKT,NULL POINT,Nan,nil,,"",
`,
      { only, version: '1.1' },
    );
  });

  it('marks the words in every column, extension columns and quoted fields too, once a column', () => {
    const { problems } = check(
      `
=== users.csv
sourcedId,enabledUser,role,middleName,phone,agentSourcedIds,metadata.house
u1,true,student,[[NULL|literal-null]],[[n/a|literal-null]],"[[null|literal-null]]",[[\\N|literal-null]]
u2,true,student,(null),#N/A,NULL,undefined
`,
      { only, version: '1.1' },
    );
    assert.deepEqual(
      problems.map(({ severity, count }) => [severity, count]),
      [
        ['warning', 2],
        ['warning', 2],
        ['warning', 2],
        ['warning', 2],
      ],
    );
  });

  it('is an error where a value of a certain kind is needed, and takes more spellings there', () => {
    const { problems } = check(
      `
=== enrollments.csv
sourcedId,classSourcedId,userSourcedId,role,primary,beginDate
[[null|literal-null]],[[NULL|literal-null]],u1,[[None|literal-null]],[[NA|literal-null]],[[nil|literal-null]]
`,
      { only, version: '1.1' },
    );
    assert.deepEqual(
      problems.map(({ severity, messageId }) => [severity, messageId]),
      [
        ['error', 'required'],
        ['error', 'required'],
        ['error', 'required'],
        ['warning', 'empty'],
        ['warning', 'empty'],
      ],
    );
  });

  it('judges a field without the blanks round it', () => {
    check(
      `
=== users.csv
sourcedId,phone
u1,[[ NULL |literal-null]]
`,
      { only, version: '1.1' },
    );
  });

  it('leaves the status in a bulk file and the manifest to their rules', () => {
    check(
      `
=== manifest.csv
propertyName,value
file.users,bulk
source.systemName,NULL
=== users.csv
sourcedId,status,dateLastModified
u1,NULL,NULL
`,
      { only, version: '1.1' },
    );
  });

  it('speaks of the lifecycle in a delta file', () => {
    check(
      `
=== manifest.csv
propertyName,value
file.users,delta
=== users.csv
sourcedId,status,dateLastModified
u1,[[NULL|literal-null]],[[null|literal-null]]
`,
      { only, version: '1.1' },
    );
  });

  it('is the only rule that speaks of such a field', () => {
    const { problems } = check(
      `
=== orgs.csv
sourcedId,type,parentSourcedId
o1,school,[[NULL|literal-null]]
=== enrollments.csv
sourcedId,schoolSourcedId,role,primary,beginDate
e1,[[NULL|literal-null]],[[NULL|literal-null]],[[NULL|literal-null]],[[NULL|literal-null]]
=== lineItems.csv
sourcedId,resultValueMin
l1,[[NULL|literal-null]]
`,
      {
        only: [
          'literal-null',
          'dangling-reference',
          'invalid-value',
          'value-case',
          'invalid-date',
          'spreadsheet-date',
          'invalid-number',
          'invalid-guid',
          'required-value',
        ],
        version: '1.1',
      },
    );
    assert.equal(problems[0]?.message.includes('"NULL"'), true);
  });

  it('finds nothing in an empty table', () => {
    check(
      `
=== users.csv
sourcedId,phone
`,
      { only, version: '1.1' },
    );
  });
});
