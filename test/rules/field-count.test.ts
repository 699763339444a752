import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['field-count'];

describe('field-count', () => {
  it('accepts one field for each column, quoted commas and blank lines', () => {
    check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
o1,,,"North, Main",school,,

,,
o2,,,South High,school,,
`,
      { only, version: '1.1' },
    );
  });

  it('marks the end of a record with too few, and the fields too many', () => {
    const { problems } = check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
o1,,,North High,school,[[|field-count]]
o2,,,South High,school,,,[[x,y|field-count]]
`,
      { only, version: '1.1' },
    );
    assert.equal(
      problems[0]?.message,
      'Record 2 has only 6 of the 7 fields that the header asks for; an empty field needs its comma too',
    );
    assert.match(problems[1]?.message ?? '', /9 fields instead of 7/);
  });

  it('guesses which column holds a comma without quotes', () => {
    const { problems } = check(
      `
=== users.csv
sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password
u1,,,true,o1,o2,student,ada,,Ada,Byron,,,,,,,,[[x|field-count]]
u2,,,true,o1,student,bea,,Bea,Cole, Jr,,,,,,,9,[[x|field-count]]
`,
      { only, version: '1.1' },
    );
    assert.match(problems[0]?.message ?? '', /probably orgSourcedIds holds a comma/);
    assert.match(problems[1]?.message ?? '', /perhaps a value with a comma/);
  });

  it('guesses an empty field too many at the end', () => {
    const { problems } = check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
o1,,,North High,school,,
o2,,,South High,school,,
o3,,,East,school,,[[,|field-count]]
`,
      { only, version: '1.1' },
    );
    assert.match(problems[0]?.message ?? '', /too many commas/);
  });

  it('is not fooled by an empty last field behind a comma without quotes', () => {
    const { problems } = check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
o1,,,Springfield, North,school,[[,|field-count]]
`,
      { only: ['field-count', 'trailing-empty-columns'], version: '1.1' },
    );
    assert.match(problems[0]?.message ?? '', /probably name holds a comma/);
  });

  it('makes one problem of a long file that never fits its header', () => {
    const { problems } = check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
o1,,,North,school,[[|field-count]]
o2,,,North,school,
o3,,,North,school,
o4,,,North,school,
o5,,,North,school,
o6,,,North,school,
o7,,,North,school,
o8,,,North,school,
o9,,,North,school,
o10,,,North,school,
o11,,,North,school,
`,
      { only, version: '1.1' },
    );
    assert.equal(problems[0]?.count, 11);
  });

  it('leaves records with displaced quotes, carriage returns and blanks only to other rules', () => {
    check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
o1,,,"North, High,school,,
o2,,, "South, High",school,,
o3,,,East\\r,school
  
o2,,,South High,school,,
`,
      { only, version: '1.1' },
    );
  });

  it('leaves empty columns at the end of every record to trailing-empty-columns', () => {
    check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
o1,,,North High,school,,,,
o2,,,South High,school,,,
=== users.csv
sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,,
u1,,,true,o1,student,ada,,Ada,Byron,,,,,,,,
`,
      { only, version: '1.1' },
    );
  });

  it('counts beside such columns, too', () => {
    check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId,,
o1,,,North High,school,,,,
o2,,,South,school[[|field-count]]
o2,,,South High,school,,,,
`,
      { only, version: '1.1' },
    );
  });

  it('finds nothing in an empty table', () => {
    check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
`,
      { only, version: '1.1' },
    );
  });
});
