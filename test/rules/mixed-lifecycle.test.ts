import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['mixed-lifecycle'];

describe('mixed-lifecycle', () => {
  it('accepts both fields filled in every record, or blank in every record', () => {
    check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name
o1,active,2026-08-15,North High
o2,tobedeleted,2026-08-15,South High
=== courses.csv
sourcedId,status,dateLastModified
k1,,
k2," ",
`,
      { only, version: '1.0' },
    );
  });

  it('marks the empty one where only one of the two is filled', () => {
    const { problems } = check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name
o1,active,[[|mixed-lifecycle]],North High
o2,[[|mixed-lifecycle]],2026-08-15,South High
o3,active,,West High
`,
      { only, version: '1.0' },
    );
    assert.deepEqual(
      problems.map(({ messageId, count }) => [messageId, count]),
      [
        ['half', 2],
        ['half', 1],
      ],
    );
  });

  it('marks the fewer ones of a mixture', () => {
    const { problems } = check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name
o1,active,2026-08-15,North High
o2,active,2026-08-15,South High
o3,[[|mixed-lifecycle]],,West High
=== courses.csv
sourcedId,status,dateLastModified
k1,,
k2,,
k3,[[active|mixed-lifecycle]],2026-08-15
`,
      { only, version: '1.0' },
    );
    assert.deepEqual(
      problems.map(({ messageId }) => messageId),
      ['filledAmongBlank', 'blankAmongFilled'],
    );
  });

  it('leaves records of another width and later versions alone', () => {
    check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name
o1,active,2026-08-15,North High
o2,,

`,
      { only, version: '1.0' },
    );
    check('=== orgs.csv\nsourcedId,status,dateLastModified\no1,active,\n', { only, version: '1.1' });
  });

  it('finds nothing in an empty table', () => {
    check(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name
`,
      { only, version: '1.0' },
    );
  });
});
