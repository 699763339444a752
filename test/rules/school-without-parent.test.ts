import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['school-without-parent'];

describe('school-without-parent', () => {
  it('accepts schools below something, and others without a parent', () => {
    check(
      `
=== orgs.csv
sourcedId,name,type,parentSourcedId
d1,Cedar Valley Schools,district,
s1,Elm Street School,school,d1
s2,Oak Street School,school,nowhere
x1,Odd,scool,
`,
      { only, version: '1.1' },
    );
  });

  it('marks each school without one', () => {
    const { problems } = check(
      `
=== orgs.csv
sourcedId,name,type,parentSourcedId
d1,Cedar Valley Schools,district,
s1,Elm Street School,school,[[|school-without-parent]]
s2,Oak Street School,school,[[|school-without-parent]]
`,
      { only, version: '1.1' },
    );
    assert.equal(problems[0]?.severity, 'information');
    assert.match(problems[0].message, /^The school "Elm Street School" names no organization/);
  });

  it('is one problem where there is nothing but schools', () => {
    const { problems } = check(
      `
=== orgs.csv
sourcedId,name,type,parentSourcedId
s1,Elm Street School,school,[[|school-without-parent]]
s2,Oak Street School,school,
`,
      { only, version: '1.1' },
    );
    assert.equal(problems[0]?.count, 2);
  });

  it('is silent in a delta file', () => {
    check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,parentSourcedId
s1,active,2026-09-01T06:00:00.000Z,Elm Street School,school,
`,
      { only, version: '1.1' },
    );
  });

  it('finds nothing in an empty table', () => {
    check(
      `
=== orgs.csv
sourcedId,name,type,parentSourcedId
`,
      { only, version: '1.1' },
    );
  });
});
