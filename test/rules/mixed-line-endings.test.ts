import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['mixed-line-endings'];

describe('mixed-line-endings', () => {
  it('accepts LF alone and CRLF alone', () => {
    check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
o1,,,North High,school,,
o2,,,South High,school,,
=== courses.csv
sourcedId,status\\r
k1,\\r
`,
      { only, version: '1.1' },
    );
  });

  it('marks the first line end of the rarer kind, once a file', () => {
    const { problems } = check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\\r
o1,,,North High,school,,\\r
o2,,,South High,school,,[[
|mixed-line-endings]]o3,,,East,school,,
o4,,,West,school,,\\r
`,
      { only, version: '1.1' },
    );
    assert.match(problems[0]?.message ?? '', /LF here and at 2 of 5 records, CRLF/);
  });

  it('marks CRLF where that is rarer', () => {
    check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
o1,,,North High,school,,[[\\r
|mixed-line-endings]]o2,,,South High,school,,
`,
      { only, version: '1.1' },
    );
  });

  it('leaves line breaks inside quotes to line-break-in-field', () => {
    check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\\r
o1,,,"North
High",school,,\\r
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
