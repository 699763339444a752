import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['stray-quote'];

describe('stray-quote', () => {
  it('accepts quoted fields and doubled quotes', () => {
    check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
"o1",,,"North ""Main""",school,,
`,
      { only, version: '1.1' },
    );
  });

  it('marks a quote inside an unquoted field, once a field', () => {
    const { problems } = check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
o1,,,North [["|stray-quote]]Main" High,school,,
`,
      { only, version: '1.1' },
    );
    assert.equal(problems[0]?.field, 'name');
  });

  it('marks the text after a closing quote', () => {
    check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
o1,,,"North"[[ High|stray-quote]],school,,
o2,,,"Bob "[[Bobby" Smith"|stray-quote]],school,,
`,
      { only, version: '1.1' },
    );
  });

  it('finds a blank before an opening quote, for which field-count is silent', () => {
    check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
o1,,, [["|stray-quote]]North, Main",school,,
o2,,, [["|stray-quote]]South",sch[["|stray-quote]]ool,,
`,
      { only: ['stray-quote', 'field-count', 'surrounding-whitespace'], version: '1.1' },
    );
  });

  it('leaves quotes that nothing closes to unclosed-quote', () => {
    check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
o1,,,"North,school,,
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
