import { check } from '../support/fixture';

const only = ['extension-column-position'];

describe('extension-column-position', () => {
  it('accepts columns of one’s own at the end', () => {
    check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId,metadata.a,metadata.b
`,
      { only, version: '1.1' },
    );
  });

  it('marks each that stands left of a column of the table', () => {
    check(
      `
=== orgs.csv
[[metadata.a|extension-column-position]],sourcedId,status,dateLastModified,name,type,[[metadata.b|extension-column-position]],identifier,parentSourcedId,metadata.c
`,
      { only: ['extension-column-position', 'column-order'], version: '1.1' },
    );
  });

  it('knows the four that 1.0 has in its tables', () => {
    check(
      `
=== orgs.csv
sourcedId,name,type,identifier,status,dateLastModified,metadata.classification,metadata.gender,metadata.boarding,parentSourcedId
`,
      { only, version: '1.0' },
    );
  });

  it('does not take a misspelt or unknown column at the end for a wrong place', () => {
    check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId,metadata.a,foo
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
