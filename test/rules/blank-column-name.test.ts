import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['blank-column-name'];

describe('blank-column-name', () => {
  it('accepts names on every column', () => {
    check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
o1,,,North High,school,,
`,
      { only, version: '1.1' },
    );
  });

  it('marks a blank name, and says which belongs there', () => {
    const { problems } = check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,[[|blank-column-name]],type,[[  |blank-column-name]],parentSourcedId
o1,,,North High,school,,
`,
      {
        only: ['blank-column-name', 'missing-column', 'missing-optional-column', 'surrounding-whitespace'],
        version: '1.1',
      },
    );
    assert.match(problems[0]?.message ?? '', /here belongs name/);
  });

  it('finds the column of row numbers that some tools write', () => {
    const { problems } = check(
      `
=== orgs.csv
[[|blank-column-name]],sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
1,o1,,,North High,school,,
`,
      { only: ['blank-column-name', 'column-order'], version: '1.1' },
    );
    assert.equal(problems[0]?.message, 'Column 1 has no name');
  });

  it('finds one at the end if values stand in it', () => {
    check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId,[[|blank-column-name]]
o1,,,North High,school,,,x
`,
      { only: ['blank-column-name', 'trailing-empty-columns'], version: '1.1' },
    );
  });

  it('leaves empty ones at the end to trailing-empty-columns', () => {
    check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId,,
o1,,,North High,school,,,,
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
