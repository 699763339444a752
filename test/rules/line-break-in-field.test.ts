import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['line-break-in-field'];

describe('line-break-in-field', () => {
  it('accepts quoted fields on one line, with CRLF between records', () => {
    check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\\r
"o1","","","North","school","",""\\r
`,
      { only, version: '1.1' },
    );
  });

  it('marks the first line break of a field: LF, CRLF and CR', () => {
    const { problems } = check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
o1,,,"North[[
|line-break-in-field]]High
School",school,,
o2,,,"South[[\\r
|line-break-in-field]]High",school,,
o3,,,"East[[\\r|line-break-in-field]]High",school,"x[[
|line-break-in-field]]",
`,
      { only, version: '1.1' },
    );
    assert.deepEqual(
      problems.map(({ record }) => record),
      [2, 3, 4, 4],
    );
  });

  it('finds one in the header, for which the other header rules are silent', () => {
    check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,"na[[
|line-break-in-field]]me",type,identifier,parentSourcedId
o1,,,North High,school,,
`,
      {
        only: ['line-break-in-field', 'missing-column', 'unknown-column', 'control-character'],
        version: '1.1',
      },
    );
  });

  it('leaves carriage returns outside quotes and quotes that nothing closes to other rules', () => {
    check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
o1,,,North\\rHigh,school,,
o2,,,"South,school,,
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
