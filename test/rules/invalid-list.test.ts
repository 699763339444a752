import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['invalid-list'];

describe('invalid-list', () => {
  it('accepts lists of one and of several items, and commas in columns that are none', () => {
    check(
      `
=== classes.csv
sourcedId,title,termSourcedIds,subjects,subjectCodes
c1,"Art, Music","t1,t2","Art,Music",
c2,Math,t1,,
c3,Math,"t1",Math,
`,
      { only, version: '1.1' },
    );
  });

  it('marks the comma of an empty item', () => {
    const { problems } = check(
      `
=== classes.csv
sourcedId,title,termSourcedIds,subjects,subjectCodes
c1,,"t1[[,|invalid-list]]","[[,|invalid-list]]Math",
c2,,"t1,[[,|invalid-list]]t2",,
c3,,"[[,|invalid-list]]",,
`,
      { only, version: '1.1' },
    );
    assert.deepEqual(
      problems.map(({ data }) => data['list']),
      ['t1', 'Math', 't1,t2', ''],
    );
  });

  it('marks items with blanks round them and items named twice', () => {
    const { problems } = check(
      `
=== classes.csv
sourcedId,title,termSourcedIds,subjects,subjectCodes
c1,,"t1,[[ t2|invalid-list]]","[[Art |invalid-list]],Music",
c2,,"t1,t2,[[t1|invalid-list]]","Art,[[Art|invalid-list]]","51001,51001"
`,
      { only, version: '1.1' },
    );
    assert.deepEqual(
      problems.map(({ severity, messageId, data }) => [severity, messageId, data['list']]),
      [
        ['error', 'blanks', 't1,t2'],
        ['warning', 'blanks', 'Art,Music'],
        ['error', 'repeated', 't1,t2'],
        ['warning', 'repeated', 'Art'],
      ],
    );
  });

  it('marks other separators and brackets, once for the field', () => {
    const { problems } = check(
      `
=== classes.csv
sourcedId,title,termSourcedIds,subjects,subjectCodes
c1,,[[t1;t2|invalid-list]],[[Art|Music|invalid-list]],
c2,,"[[[t1, t2]|invalid-list]]",,
c3,,"[[[""t1"",""t2""]|invalid-list]]",,
`,
      { only, version: '1.1' },
    );
    assert.deepEqual(
      problems.map(({ severity, data }) => [severity, data['list']]),
      [
        ['error', 't1,t2'],
        ['warning', 'Art,Music'],
        ['error', 't1,t2'],
        ['error', 't1,t2'],
      ],
    );
  });

  it('takes what stands inside braces as it is', () => {
    const { problems } = check(
      `
=== users.csv
sourcedId,userIds
u1,"{AUTH:auth0|17},{LTI:a;b}"
u2,{LDAP:cn=jdoe
u3,"[[{LDAP:jdoe};{LTI:42}|invalid-list]]"
`,
      { only, version: '1.2' },
    );
    assert.equal(problems[0]?.data['list'], '{LDAP:jdoe},{LTI:42}');
  });

  it('leaves blanks at the ends of the field and loose quotes to other rules', () => {
    check(
      `
=== classes.csv
sourcedId,title,termSourcedIds,subjects,subjectCodes
c1,," t1,t2 ",,
c2,,"t1" ;t2,,
`,
      { only, version: '1.1' },
    );
  });

  it('finds nothing in an empty table', () => {
    check(
      `
=== classes.csv
sourcedId,title,termSourcedIds,subjects,subjectCodes
`,
      { only, version: '1.1' },
    );
  });
});
