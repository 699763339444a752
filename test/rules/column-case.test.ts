import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['column-case'];

describe('column-case', () => {
  it('accepts the right names', () => {
    check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
`,
      { only, version: '1.1' },
    );
  });

  it('marks each name in another case, for which missing-column and unknown-column are silent', () => {
    const { problems } = check(
      `
=== orgs.csv
[[sourcedID|column-case]],status,[[DateLastModified|column-case]],name,type,identifier,parentSourcedId
`,
      {
        only: ['column-case', 'missing-column', 'missing-optional-column', 'unknown-column'],
        version: '1.1',
      },
    );
    assert.equal(problems[0]?.data['suggestion'], 'sourcedId');
  });

  it('finds a wrong case in the prefix of a column of one’s own', () => {
    check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId,[[Metadata.x|column-case]]
`,
      { only, version: '1.1' },
    );
  });

  it('leaves a second spelling of a column that is there to duplicate-column', () => {
    check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId,Name
`,
      { only, version: '1.1' },
    );
  });
});
