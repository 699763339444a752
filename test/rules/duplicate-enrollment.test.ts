import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['duplicate-enrollment'];

describe('duplicate-enrollment', () => {
  it('accepts the same in autumn and in spring, other roles, other classes and other people', () => {
    check(
      `
=== enrollments.csv
sourcedId,classSourcedId,userSourcedId,role,beginDate,endDate
e1,c1,u1,student,2026-08-17,2026-12-19
e2,c1,u1,student,2026-12-19,2027-06-12
e3,c1,u1,teacher,2026-08-17,2026-12-19
e4,c2,u1,student,2026-08-17,2026-12-19
e5,c1,u2,student,2026-08-17,2026-12-19
`,
      { only, version: '1.1' },
    );
  });

  it('marks what overlaps, in whatever order it stands', () => {
    const { problems } = check(
      `
=== enrollments.csv
sourcedId,classSourcedId,userSourcedId,role,beginDate,endDate
e1,c1,u1,student,2026-08-17,2026-12-19
e2,c1,[[u1|duplicate-enrollment]],student,2026-12-18,2027-06-12
e3,c2,[[u1|duplicate-enrollment]],student,2027-01-01,2027-06-12
e4,c2,u1,student,2026-08-17,2027-06-12
e5,c2,u1,student,2027-06-12,2027-06-13
`,
      { only, version: '1.1' },
    );
    assert.deepEqual(
      problems.map(({ severity, related }) => [severity, related.map(({ line }) => line)]),
      [
        ['warning', [2]],
        ['warning', [5]],
      ],
    );
    assert.equal(
      problems[0]?.message,
      'userSourcedId "u1" is enrolled in class "c1" as student by record 2 already, and the two periods overlap',
    );
  });

  it('takes a blank date for no bound', () => {
    const { problems } = check(
      `
=== enrollments.csv
sourcedId,classSourcedId,userSourcedId,role,beginDate,endDate
e1,c1,u1,student,,2026-12-19
e2,c1,u1,student,2026-12-19,
e3,c1,[[u1|duplicate-enrollment]],student,2030-01-01,2030-06-12
e4,c2,u1,student,,
e5,c2,[[u1|duplicate-enrollment]],student,,
`,
      { only, version: '1.1' },
    );
    assert.deepEqual(
      problems.map(({ count }) => count),
      [1, 1],
    );
  });

  it('warns of every repetition where there are no dates, as in 1.0', () => {
    const { problems } = check(
      `
=== enrollments.csv
sourcedId,classSourcedId,schoolSourcedId,userSourcedId,role,status,dateLastModified,primary
e1,c1,o1,u1,student,,,
e2,c1,o1,[[u1|duplicate-enrollment]],student,,,
e3,c1,o1,u1,student,,,
e4,c1,o1,u1,teacher,,,
`,
      { only, version: '1.0' },
    );
    assert.deepEqual(
      problems.map(({ messageId, count }) => [messageId, count]),
      [['withoutDates', 2]],
    );
  });

  it('leaves out deleted ones, wrong dates, repeated ids and records without person or class', () => {
    check(
      `
=== enrollments.csv
sourcedId,status,classSourcedId,userSourcedId,role,beginDate,endDate
e1,,c1,u1,student,2026-08-17,2026-12-19
e2,tobedeleted,c1,u1,student,2026-08-17,2026-12-19
e3,,c1,u1,student,8/17/2026,2026-12-19
e4,,c1,u1,student,2026-12-19,2026-08-17
e1,,c1,u1,student,2026-08-17,2026-12-19
e5,,,u1,student,,
e6,,,u1,student,,
e7,,c1,,student,,
e8,,c1,,student,,
`,
      { only, version: '1.1' },
    );
  });

  it('compares a great many records at one blow', () => {
    const records = Array.from(
      { length: 20_000 },
      (_, index) => `e${String(index)},c1,u1,student,${String(1000 + (index % 9000))}-01-01,`,
    );
    const { problems } = check(
      `=== enrollments.csv\nsourcedId,classSourcedId,userSourcedId,role,beginDate,endDate\n${records.join('\n')}\n`.replace(
        'e1,c1,u1',
        'e1,c1,[[u1|duplicate-enrollment]]',
      ),
      { only, version: '1.1' },
    );
    assert.equal(problems[0]?.count, 19_999);
  });

  it('finds nothing in an empty table', () => {
    check(
      `
=== enrollments.csv
sourcedId,classSourcedId,userSourcedId,role,beginDate,endDate
`,
      { only, version: '1.1' },
    );
  });
});
