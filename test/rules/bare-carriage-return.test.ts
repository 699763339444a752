import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['bare-carriage-return'];

describe('bare-carriage-return', () => {
  it('accepts LF and CRLF', () => {
    check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\\r
o1,,,North High,school,,
o2,,,South High,school,,\\r
`,
      { only, version: '1.1' },
    );
  });

  it('marks one inside a record', () => {
    check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
o1,,,North[[\\r|bare-carriage-return]] High,school,,
`,
      { only, version: '1.1' },
    );
  });

  it('makes one problem of a file that was converted twice', () => {
    const { problems } = check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId[[\\r|bare-carriage-return]]\\r
o1,,,North High,school,,\\r\\r
o2,,,South High,school,,\\r\\r
`,
      { only, version: '1.1' },
    );
    assert.equal(problems[0]?.count, 3);
  });

  it('makes one problem of a file with carriage returns throughout', () => {
    const { problems } = check(
      `
=== orgs.csv !
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId[[\\r|bare-carriage-return]]o1,,,North High,school,,\\ro2,,,South High,school,,`,
      { only, version: '1.1' },
    );
    assert.equal(problems[0]?.messageId, 'all');
  });

  it('leaves those in quotes to line-break-in-field', () => {
    check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
o1,,,"North\\rHigh",school,,
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
