import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['control-character'];

describe('control-character', () => {
  it('accepts letters of all scripts, emoji and blanks', () => {
    check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
o1,,,École 東京 مدرسة,school,,
o2,,,👩\\u200d🏫 School,school,,
o3,,,North\\u00a0High,school,,
`,
      { only, version: '1.1' },
    );
  });

  it('marks each stretch of invisible characters, the first named', () => {
    const { problems } = check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
o1,,,Nor[[\\u200b\\ufeff|control-character]]th Hi[[\\0|control-character]]gh,school,,
`,
      { only, version: '1.1' },
    );
    assert.equal(
      problems[0]?.message,
      'name holds a zero-width space (U+200B), which cannot be seen and makes the value differ from one that looks the same',
    );
  });

  it('finds them in names of columns, in ids and in columns of one’s own', () => {
    check(
      `
=== orgs.csv
sourced[[\\u200b|control-character]]Id,status,dateLastModified,name,type,identifier,parentSourcedId,metadata.x
o[[\\u00ad|control-character]]1,,,North,school,,,a[[\\u0080|control-character]]b
`,
      { only, version: '1.1' },
    );
  });

  it('accepts the joiners that Persian and Hindi need in text, and nowhere else', () => {
    check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
o1,,,می\\u200cشود,school,,
o2,,,क्\\u200dष,school,,
o3,,,Nor[[\\u200d|control-character]]th,school,,
م[[\\u200c|control-character]]م,,,North,school,,
`,
      { only, version: '1.1' },
    );
  });

  it('leaves tabs at the ends of a field to surrounding-whitespace, and marks those inside', () => {
    check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
o1,,,\\tNorth[[\\t|control-character]]High\\t,school,,
o2,,,\\t,school,,
`,
      { only, version: '1.1' },
    );
  });

  it('leaves line ends and bytes that are no text to other rules', () => {
    check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\\r
o1,,,"North
High",sch\\rool,,\\r
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
