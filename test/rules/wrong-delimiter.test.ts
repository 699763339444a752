import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['wrong-delimiter'];

describe('wrong-delimiter', () => {
  it('accepts commas, with semicolons in the values', () => {
    check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
o1,,,North; South,school,,
`,
      { only, version: '1.1' },
    );
  });

  it('marks the header, for each delimiter', () => {
    const { problems } = check(
      `
=== orgs.csv
[[sourcedId;status;dateLastModified;name;type;identifier;parentSourcedId|wrong-delimiter]]
o1;;;North High;school;;
=== users.csv
[[sourcedId\\tstatus\\tdateLastModified\\tenabledUser\\torgSourcedIds\\trole\\tusername\\tuserIds\\tgivenName\\tfamilyName\\tmiddleName\\tidentifier\\temail\\tsms\\tphone\\tagentSourcedIds\\tgrades\\tpassword|wrong-delimiter]]
=== classes.csv
[[sourcedId|status|wrong-delimiter]]
`,
      { only, version: '1.1' },
    );
    assert.match(problems[0]?.message ?? '', /separated by vertical bars/);
    assert.match(problems[1]?.message ?? '', /separated by semicolons/);
  });

  it('is the only one to speak of such a file', () => {
    check(
      `
=== orgs.csv
[[sourcedId;status;dateLastModified;name;type;identifier;parentSourcedId|wrong-delimiter]]
o1;;;North High;school;;

 o2;
`,
      { version: '1.1', severities: { 'missing-manifest': 'off' } },
    );
  });

  it('leaves files alone that no specification names', () => {
    check(
      `
=== notes.csv
a;b
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
