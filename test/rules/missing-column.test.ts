import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['missing-column'];

describe('missing-column', () => {
  it('accepts a full header, whatever the order', () => {
    check(
      `
=== orgs.csv
name,sourcedId,status,dateLastModified,type,identifier,parentSourcedId
`,
      { only, version: '1.1' },
    );
  });

  it('marks where the column belongs, at the start too', () => {
    const { problems } = check(
      `
=== orgs.csv
[[|missing-column]]status,dateLastModified,name[[|missing-column]],identifier,parentSourcedId
`,
      { only, version: '1.1' },
    );
    assert.equal(problems[1]?.message, 'The column type is missing; every organization needs a value in it');
    assert.equal(problems[1].field, 'type');
  });

  it('leaves columns that may be empty to missing-optional-column', () => {
    check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type
`,
      { only, version: '1.1' },
    );
  });

  it('demands the lifecycle columns of a delta file', () => {
    check(
      `
=== manifest.csv
propertyName,value
oneroster.version,1.1
file.orgs,delta
=== orgs.csv
sourcedId[[|missing-column,missing-column]],name,type,identifier,parentSourcedId
`,
      { only, version: '1.1' },
    );
  });

  it('leaves misspelt names, other cases and files without any header to other rules', () => {
    check(
      `
=== orgs.csv
sourcedID,status,dateLastModified,nmae,type,identifier,parentSourcedId
=== users.csv
u1,,,true,o1,student,ada,,Ada,Byron,,,,,,,,
`,
      { only, version: '1.1' },
    );
  });

  it('knows the manifest has rules of its own', () => {
    check(
      `
=== manifest.csv
property,x
`,
      { only, version: '1.1' },
    );
  });
});
