import { check } from '../support/fixture';

const only = ['lifecycle-missing-in-delta'];

describe('lifecycle-missing-in-delta', () => {
  it('accepts both fields filled, and bulk files without them', () => {
    check(
      `
=== manifest.csv
propertyName,value
file.orgs,delta
=== orgs.csv
sourcedId,status,dateLastModified,name
o1,active,2026-08-15T08:00:00.000Z,North High
=== courses.csv
sourcedId,status,dateLastModified
k1,,
`,
      { only, version: '1.1' },
    );
  });

  it('marks an empty field, and one of nothing but blanks', () => {
    check(
      `
=== manifest.csv
propertyName,value
file.orgs,delta
=== orgs.csv
sourcedId,status,dateLastModified,name
o1,[[|lifecycle-missing-in-delta]],2026-08-15T08:00:00.000Z,North High
o2,tobedeleted,"[[|lifecycle-missing-in-delta]]",South High
o3,active,[[  |lifecycle-missing-in-delta]],West High
`,
      { only, version: '1.2' },
    );
  });

  it('leaves wrong values and records of another width to other rules', () => {
    check(
      `
=== manifest.csv
propertyName,value
file.orgs,delta
=== orgs.csv
sourcedId,status,dateLastModified,name
o1,gone,yesterday,North High
o2,,
`,
      { only, version: '1.1' },
    );
  });

  it('does not take empty fields in quotes for filled ones, where no manifest says what a file is', () => {
    check(
      `
=== orgs.csv
"sourcedId","status","dateLastModified","name"
"o1","","","North High"
`,
      { only, version: '1.1' },
    );
  });

  it('finds nothing in an empty table', () => {
    check(
      `
=== manifest.csv
propertyName,value
file.orgs,delta
=== orgs.csv
sourcedId,status,dateLastModified,name
`,
      { only, version: '1.1' },
    );
  });
});
