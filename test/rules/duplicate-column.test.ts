import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['duplicate-column'];

describe('duplicate-column', () => {
  it('accepts names that differ', () => {
    check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId,metadata.a,metadata.b
`,
      { only, version: '1.1' },
    );
  });

  it('marks every column after the first, and points to that', () => {
    const { problems } = check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,[[name|duplicate-column]],type,identifier,parentSourcedId,[[name|duplicate-column]]
`,
      { only, version: '1.1' },
    );
    assert.equal(problems[0]?.related[0]?.start, 34);
  });

  it('finds repeated columns of one’s own, unknown ones and other cases', () => {
    check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId,metadata.x,[[metadata.x|duplicate-column]],foo,[[foo|duplicate-column]],[[Name|duplicate-column]]
`,
      { only: ['duplicate-column', 'column-case'], version: '1.1' },
    );
  });

  it('leaves blank names, and a first record that is no header, to other rules', () => {
    check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId,,
=== courses.csv
k1,,,Math,k1,,x,,
`,
      { only, version: '1.1' },
    );
  });
});
