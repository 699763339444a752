import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['unclosed-quote'];

describe('unclosed-quote', () => {
  it('accepts quoted fields, empty ones and doubled quotes', () => {
    check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
"o1","",,"North ""Main""",school,,
`,
      { only, version: '1.1' },
    );
  });

  it('marks the quote that opens, and reads on at the next line', () => {
    const { problems } = check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
o1,,,[["|unclosed-quote]]North High,school,,
o2,,,South High,school,,
o3,,,[["|unclosed-quote]]East,school,,
`,
      { only, version: '1.1' },
    );
    assert.match(problems[0]?.message ?? '', /in record 2/);
  });

  it('finds one whose next quote opens a field below', () => {
    check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
o1,,,[["|unclosed-quote]]North,school,,
o2,,,"South",school,,
`,
      { only, version: '1.1' },
    );
  });

  it('leaves text after a closing quote to stray-quote', () => {
    check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
o1,,,"North" High,school,,
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
