import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['trailing-empty-columns'];

describe('trailing-empty-columns', () => {
  it('accepts empty columns that have names', () => {
    check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
o1,,,North High,school,,
`,
      { only, version: '1.1' },
    );
  });

  it('marks the end of the header, and no other rule speaks of it', () => {
    const { problems } = check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId[[,,|trailing-empty-columns]]
o1,,,North High,school,,,,
o2,,,South High,school,,
`,
      {
        only: ['trailing-empty-columns', 'field-count', 'blank-column-name', 'missing-optional-column'],
        version: '1.1',
      },
    );
    assert.match(problems[0]?.message ?? '', /\(in all: 2\)/);
  });

  it('marks the first record where only the records have them', () => {
    const { problems } = check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
o1,,,North High,school,,[[,,|trailing-empty-columns]]
o2,,,South High,school,,,,
o3,,,East,school,,
`,
      { only: ['trailing-empty-columns', 'field-count'], version: '1.1' },
    );
    assert.match(problems[0]?.message ?? '', /\(in all: 2\)/);
  });

  it('goes on checking the values of such records', () => {
    check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId[[,,|trailing-empty-columns]]
o1,,,[[|required-value]],school,,,,
`,
      { only: ['trailing-empty-columns', 'required-value'], version: '1.1' },
    );
  });

  it('leaves a nameless column with values to blank-column-name', () => {
    check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId,
o1,,,North High,school,,,x
`,
      { only, version: '1.1' },
    );
  });

  it('leaves the one record that has them to field-count', () => {
    check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
o1,,,North High,school,,
o2,,,South High,school,,
o3,,,East,school,,,
`,
      { only, version: '1.1' },
    );
  });

  it('finds them in a table without records', () => {
    check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId[[,|trailing-empty-columns]]
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
