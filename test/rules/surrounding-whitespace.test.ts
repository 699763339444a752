import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['surrounding-whitespace'];

describe('surrounding-whitespace', () => {
  it('accepts blanks inside values, and blanks round the items of a list, which are invalid-list’s', () => {
    check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
o1,,,North High,school,,
=== users.csv
sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password
u1,,,true,"o1, o2",student,ada,,Ada,Byron,,,,,,,,
`,
      { only, version: '1.1' },
    );
  });

  it('is a warning in text and an error where the value is wrong by it', () => {
    const { problems } = check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
o1,,,[[ North High\\u00a0|surrounding-whitespace]],[[school |surrounding-whitespace]],,
[[\\to2|surrounding-whitespace]],,,South,school,,
`,
      { only, version: '1.1' },
    );
    assert.deepEqual(
      problems.map(({ severity, messageId }) => `${severity} ${messageId}`),
      ['warning both', 'error end', 'error start'],
    );
    assert.deepEqual(problems[0]?.data['suggestion'], 'North High');
  });

  it('marks a field of blanks, but leaves a required one to required-value', () => {
    check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
o1,,,[[  |required-value]],school,[[ |surrounding-whitespace]],"[[ |surrounding-whitespace]]"
`,
      { only: ['surrounding-whitespace', 'required-value'], version: '1.1' },
    );
  });

  it('finds them round column names and in columns of one’s own; other header rules are silent', () => {
    check(
      `
=== orgs.csv
[[ sourcedId|surrounding-whitespace]],status,dateLastModified,name,type,identifier,parentSourcedId,metadata.x
o1,,,North,school,,,[[x |surrounding-whitespace]]
`,
      { only: ['surrounding-whitespace', 'missing-column', 'unknown-column', 'column-case'], version: '1.1' },
    );
  });

  it('finds them in the manifest', () => {
    check(
      `
=== manifest.csv
propertyName,[[ value|surrounding-whitespace]]
manifest.version,[[ 1.0|surrounding-whitespace]]
`,
      { only: ['surrounding-whitespace', 'manifest-header'], version: '1.1' },
    );
  });

  it('leaves line breaks, zero-width characters and malformed fields to other rules', () => {
    check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
o1,,,"North
",school,,
o2,,,\\u200bSouth,school,,
o3,,, "East",school,,
o4,,,"West" ,school,,
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
