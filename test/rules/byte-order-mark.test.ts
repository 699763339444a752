import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['byte-order-mark'];

describe('byte-order-mark', () => {
  it('accepts a file without one', () => {
    check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
o1,,,North High,school,,
`,
      { only, version: '1.1' },
    );
  });

  it('marks the three bytes and is no more than information', () => {
    const { problems } = check(
      `
=== orgs.csv
[[\\ufeff|byte-order-mark]]sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
o1,,,North High,school,,
`,
      { only, version: '1.1' },
    );
    assert.equal(problems[0]?.severity, 'information');
  });

  it('leaves one inside the file to control-character', () => {
    check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
o1,,,\\ufeffNorth High,school,,
`,
      { only, version: '1.1' },
    );
  });

  it('finds it in a file with another delimiter, and leaves unknown files alone', () => {
    check(
      `
=== orgs.csv
[[\\ufeff|byte-order-mark]]sourcedId;status;dateLastModified;name;type;identifier;parentSourcedId
=== notes.csv
\\ufeffa,b
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
