import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['spreadsheet-date'];

describe('spreadsheet-date', () => {
  it('accepts dates as they should be, and leaves what is no date to invalid-date', () => {
    check(
      `
=== academicSessions.csv
sourcedId,startDate,endDate
t1,2026-08-15,"2026-12-31"
t2,2026-8-5,20260815
t3,31/31/2026,30-Feb
t4,soon,2026-02-30
t5,Mars 15,
`,
      { only, version: '1.1' },
    );
  });

  it('offers the date where only one day can be meant', () => {
    const { problems } = check(
      `
=== academicSessions.csv
sourcedId,startDate,endDate
t1,[[8/15/2026|spreadsheet-date]],[[08/15/2026 0:00|spreadsheet-date]]
t2,[[2026/4/1|spreadsheet-date]],[[15.8.2026|spreadsheet-date]]
t3,[[15-Aug-2026|spreadsheet-date]],"[[Saturday, August 15, 2026|spreadsheet-date]]"
t4,[[5/5/2026|spreadsheet-date]],[[15 August 2026|spreadsheet-date]]
`,
      { only, version: '1.1' },
    );
    assert.deepEqual(
      problems.map(({ severity, data }) => [severity, data['suggestion']]),
      [
        '2026-08-15',
        '2026-08-15',
        '2026-04-01',
        '2026-08-15',
        '2026-08-15',
        '2026-08-15',
        '2026-05-05',
        '2026-08-15',
      ].map((date) => ['error', date]),
    );
  });

  it('goes by the other dates of the column where day and month could be either', () => {
    const { problems } = check(
      `
=== academicSessions.csv
sourcedId,startDate,endDate
t1,[[8/9/2026|spreadsheet-date]],[[8.9.2026|spreadsheet-date]]
t2,[[8/15/2026|spreadsheet-date]],[[15.8.2026|spreadsheet-date]]
`,
      { only, version: '1.1' },
    );
    assert.deepEqual(
      problems.slice(0, 2).map(({ messageId, data }) => [messageId, data['suggestion']]),
      [
        ['asInColumn', '2026-08-09'],
        ['asInColumn', '2026-09-08'],
      ],
    );
    assert.match(problems[0]?.message ?? '', /have the month first, so write "2026-08-09"/);
  });

  it('offers nothing certain where the order, the century, the year or all of it is lost', () => {
    const { problems } = check(
      `
=== academicSessions.csv
sourcedId,startDate,endDate
t1,[[8/9/2026|spreadsheet-date]],[[8/15/26|spreadsheet-date]]
t2,[[15-Aug|spreadsheet-date]],[[15-Aug-98|spreadsheet-date]]
t3,[[Aug-15|spreadsheet-date]],[[46249|spreadsheet-date]]
t4,[[########|spreadsheet-date]],[[Aug-45|spreadsheet-date]]
`,
      { only, version: '1.1' },
    );
    assert.deepEqual(
      problems.map(({ messageId, data }) => [messageId, data['suggestion'], data['likely']]),
      [
        ['ambiguous', undefined, undefined],
        ['shortYear', undefined, '2026-08-15'],
        ['incomplete', undefined, undefined],
        ['shortYear', undefined, '1998-08-15'],
        ['incomplete', undefined, undefined],
        ['serial', undefined, '2026-08-15'],
        ['hashes', undefined, undefined],
        ['incomplete', undefined, undefined],
      ],
    );
  });

  it('offers date and time where both are wanted', () => {
    const { problems } = check(
      `
=== manifest.csv
propertyName,value
file.users,delta
=== users.csv
sourcedId,status,dateLastModified
u1,active,[[8/15/2026|spreadsheet-date]]
u2,active,[[8/15/2026 4:05 PM|spreadsheet-date]]
u3,active,[[25:43.5|spreadsheet-date]]
u4,active,2026-08-15T08:00:00.000Z
`,
      { only, version: '1.1' },
    );
    assert.deepEqual(
      problems.map(({ data }) => data['suggestion']),
      ['2026-08-15T00:00:00.000Z', '2026-08-15T16:05:00.000Z', undefined],
    );
  });

  it('speaks of such dates alone', () => {
    check(
      `
=== manifest.csv
propertyName,value
file.academicSessions,delta
=== academicSessions.csv
sourcedId,status,dateLastModified,startDate,endDate
t1,active,[[8/15/2026|spreadsheet-date]],[[8/15/2026|spreadsheet-date]],[[2026-02-30|invalid-date]]
t2,active,[[2026-08-15|invalid-datetime]],[[ 15-Aug |surrounding-whitespace]],[[2026-8-5|invalid-date]]
`
        .replace('[[ 15-Aug |', ' [[15-Aug|')
        .replace('|surrounding-whitespace]]', '|spreadsheet-date]] '),
      { only: ['spreadsheet-date', 'invalid-date', 'invalid-datetime', 'date-order'], version: '1.1' },
    );
  });

  it('leaves the lifecycle in a bulk file, and dates in texts, alone', () => {
    check(
      `
=== manifest.csv
propertyName,value
file.users,bulk
=== users.csv
sourcedId,dateLastModified,middleName
u1,8/15/2026,15-Aug
`,
      { only, version: '1.1' },
    );
  });

  it('finds nothing in an empty table', () => {
    check(
      `
=== academicSessions.csv
sourcedId,startDate,endDate
`,
      { only, version: '1.1' },
    );
  });
});
