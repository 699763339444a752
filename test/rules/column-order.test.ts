import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['column-order'];

describe('column-order', () => {
  it('accepts the order of the table, with columns of one’s own at the end', () => {
    check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId,metadata.b,metadata.a
`,
      { only, version: '1.1' },
    );
  });

  it('marks the first column that is out of place, once a file', () => {
    const { problems } = check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,[[type|column-order]],name,parentSourcedId,identifier
`,
      { only, version: '1.1' },
    );
    assert.match(problems[0]?.message ?? '', /type stands where name should/);
  });

  it('takes names in another case and misspelt ones for the columns they stand for', () => {
    check(
      `
=== orgs.csv
sourcedID,status,dateLastModified,[[Type|column-order]],nmae,identifier,parentSourcedId
`,
      { only, version: '1.1' },
    );
  });

  it('does not mind missing, unknown and repeated columns', () => {
    check(
      `
=== orgs.csv
sourcedId,status,foo,name,status,type,metadata.x,parentSourcedId
`,
      { only, version: '1.1' },
    );
  });

  it('has the order of each version', () => {
    check(
      `
=== enrollments.csv
sourcedId,classSourcedId,schoolSourcedId,userSourcedId,role,status,dateLastModified,primary
`,
      { only, version: '1.0' },
    );
  });
});
