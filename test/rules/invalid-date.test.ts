import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['invalid-date'];

describe('invalid-date', () => {
  it('accepts days of the calendar, quoted ones and leap days too', () => {
    check(
      `
=== academicSessions.csv
sourcedId,startDate,endDate
t1,2026-08-15,"2026-12-31"
t2,2024-02-29,2000-02-29
`,
      { only, version: '1.1' },
    );
  });

  it('marks other notations and offers the date where only one can be meant', () => {
    const { problems } = check(
      `
=== academicSessions.csv
sourcedId,startDate,endDate
t1,[[20260815|invalid-date]],[[next fall|invalid-date]]
t2,[[2026-08-15T00:00:00.000Z|invalid-date]],[[2026-8-5|invalid-date]]
t3,[[31/31/2026|invalid-date]],[[202681|invalid-date]]
`,
      { only, version: '1.1' },
    );
    assert.deepEqual(
      problems.map(({ messageId, data }) => [messageId, data['suggestion']]),
      [
        ['suggested', '2026-08-15'],
        ['format', undefined],
        ['suggested', '2026-08-15'],
        ['suggested', '2026-08-05'],
        ['format', undefined],
        ['format', undefined],
      ],
    );
  });

  it('leaves dates as spreadsheets write them, and words for no value, to the rules about those', () => {
    check(
      `
=== academicSessions.csv
sourcedId,startDate,endDate
t1,8/15/2026,15/8/2026
t2,2026/4/1,15.8.2026
t3,15-Aug,8/9/26
t4,46249,NULL
`,
      { only, version: '1.1' },
    );
  });

  it('marks days that do not exist', () => {
    check(
      `
=== academicSessions.csv
sourcedId,startDate,endDate
t1,[[2026-02-29|invalid-date]],[[2026-04-31|invalid-date]]
t2,[[2026-13-01|invalid-date]],[[1900-02-29|invalid-date]]
t3,[[0000-01-01|invalid-date]],[[2026-01-00|invalid-date]]
`,
      { only, version: '1.1' },
    );
  });

  it('judges dateLastModified in 1.0, where it is a date, and not later', () => {
    check(
      `
=== orgs.csv
sourcedId,status,dateLastModified
o1,active,2026-08-15
o2,active,[[2026-08-15T08:00:00.000Z|invalid-date]]
`,
      { only, version: '1.0' },
    );
    check('=== orgs.csv\nsourcedId,status,dateLastModified\no1,active,2026-08-15T08:00:00.000Z\n', {
      only,
      version: '1.1',
    });
  });

  it('leaves blanks, blank fields and invisible characters to other rules', () => {
    check(
      `
=== academicSessions.csv
sourcedId,startDate,endDate
t1, 2026-08-15 ,
t2,  ,2026-08-\u200b15
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
