import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['invalid-datetime'];

describe('invalid-datetime', () => {
  it('accepts moments in UTC, with and without fractions of a second', () => {
    check(
      `
=== manifest.csv
propertyName,value
file.orgs,delta
=== orgs.csv
sourcedId,status,dateLastModified
o1,active,2026-08-15T08:00:00.000Z
o2,active,2026-08-15T08:00:00Z
o3,active,2012-04-23T18:25:43.511Z
o4,active,2026-08-15T08:00:00.1234567Z
o5,active,2026-08-15T08:00Z
o6,active,2026-08-15T08:00:00+00:00
`,
      { only, version: '1.1' },
    );
  });

  it('marks a missing time, a missing zone and another zone, and offers the moment in UTC', () => {
    const { problems } = check(
      `
=== manifest.csv
propertyName,value
file.orgs,delta
=== orgs.csv
sourcedId,status,dateLastModified
o1,active,[[2026-08-15|invalid-datetime]]
o2,active,[[2026-08-15T08:00:00|invalid-datetime]]
o3,active,[[2026-08-15 08:00:00.250|invalid-datetime]]
o4,active,[[2026-08-15T01:30:00+02:00|invalid-datetime]]
o5,active,[[2026-08-15T20:00:00-0500|invalid-datetime]]
o6,active,8/15/2026
o7,active,[[2026-08-15t08:00:00z|invalid-datetime]]
`,
      { only, version: '1.1' },
    );
    assert.deepEqual(
      problems.map(({ messageId, data }) => [messageId, data['suggestion']]),
      [
        ['noTime', '2026-08-15T00:00:00.000Z'],
        ['noZone', '2026-08-15T08:00:00.000Z'],
        ['noZone', '2026-08-15T08:00:00.250Z'],
        ['notUtc', '2026-08-14T23:30:00.000Z'],
        ['notUtc', '2026-08-16T01:00:00.000Z'],
        ['letterCase', '2026-08-15T08:00:00.000Z'],
      ],
    );
  });

  it('marks moments that do not exist and what is none', () => {
    check(
      `
=== manifest.csv
propertyName,value
file.orgs,delta
=== orgs.csv
sourcedId,status,dateLastModified
o1,active,[[2026-02-30T08:00:00.000Z|invalid-datetime]]
o2,active,[[2026-08-15T24:00:00.000Z|invalid-datetime]]
o3,active,[[2026-08-15T08:61:00.000Z|invalid-datetime]]
o4,active,[[yesterday|invalid-datetime]]
`,
      { only, version: '1.1' },
    );
  });

  it('leaves bulk files, blanks and 1.0 to other rules', () => {
    check(
      `
=== manifest.csv
propertyName,value
file.orgs,bulk
file.courses,delta
=== orgs.csv
sourcedId,status,dateLastModified
o1,active,yesterday
=== courses.csv
sourcedId,status,dateLastModified
k1,active,
k2,active, 2026-08-15T08:00:00.000Z
`,
      { only, version: '1.1' },
    );
    check('=== orgs.csv\nsourcedId,status,dateLastModified\no1,active,2026-08-15\n', {
      only,
      version: '1.0',
    });
  });

  it('finds nothing in an empty table', () => {
    check(
      `
=== manifest.csv
propertyName,value
file.orgs,delta
=== orgs.csv
sourcedId,status,dateLastModified
`,
      { only, version: '1.2' },
    );
  });
});
