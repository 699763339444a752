import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['blank-record'];

describe('blank-record', () => {
  it('accepts one line end at the end of the file', () => {
    check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
o1,,,North High,school,,
`,
      { only, version: '1.1' },
    );
  });

  it('marks empty lines and lines of commas or blanks', () => {
    check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
[[|blank-record]]
o1,,,North High,school,,
[[,,,,,,|blank-record]]
o2,,,South High,school,,
[[  |blank-record]]
o3,,,East,school,,
`,
      { only, version: '1.1' },
    );
  });

  it('makes one problem of lines one below the other', () => {
    const { problems } = check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
o1,,,North High,school,,
[[,,|blank-record]]
,,

o2,,,South High,school,,
`,
      { only, version: '1.1' },
    );
    assert.equal(problems[0]?.count, 3);
  });

  it('leaves a record of empty quoted fields to required-value', () => {
    check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
"","","","","","",""
`,
      { only, version: '1.1' },
    );
  });

  it('leaves an empty first line to empty-file', () => {
    check(
      `
=== orgs.csv

sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
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
