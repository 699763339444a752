import { check } from '../support/fixture';

const only = ['required-value'];

describe('required-value', () => {
  it('accepts records whose required columns are filled', () => {
    check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
o1,,,North High,school,,
`,
      { only, version: '1.1' },
    );
  });

  it('marks an empty field, a quoted empty one and one of blanks only', () => {
    check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
o1,,,[[|required-value]],school,,
o2,,,"[[|required-value]]",school,,
o3,,,[[  |required-value]],school,,
`,
      { only, version: '1.1' },
    );
  });

  it('leaves optional columns, extension columns, blank lines and records of another width alone', () => {
    check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId,metadata.city
o1,,,North High,school,,,

o2,,,
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
