import assert from 'node:assert/strict';
import { overviewPage } from '../../../src/core/overview/overview-page';
import { overviewSteps, type OverviewBefore } from '../../../src/core/overview/overview-steps';
import { allAtOnce } from '../../../src/core/steps';
import { validate } from '../../support/fixture';

const orgs = `=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
A,,,Ash <School>,school,,
B,,,Birch School,school,,`;
const usersHeader =
  'sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password';
const users = `=== users.csv
${usersHeader}
s1,,,true,A,student,s1,,Wilhelmina,Quince,,,,,,,09,
s2,,,true,A,student,s2,,Wilhelmina,Quince,,,,,,,KG,
s3,,,true,NOPE,student,s3,,Wilhelmina,Quince,,,,,,,Quince,
t1,,,true,B,teacher,t1,,Wilhelmina,Quince,,,,,,,,
p1,,,true,A,parent,p1,,Wilhelmina,Quince,,,,,,,,
x1,,,true,A,Quince,x1,,Wilhelmina,Quince,,,,,,,,
d1,tobedeleted,2026-01-01T00:00:00.000Z,true,A,student,d1,,Wilhelmina,Quince,,,,,,,09,`;
const rest = `=== academicSessions.csv
sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear
T1,,,Autumn,semester,2026-08-01,2026-12-31,,2027
T2,,,Spring,semester,2027-01-01,2027-06-30,,2027
=== classes.csv
sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods
K1,,,Art,,,,scheduled,,A,"T1,T2",,,
K2,,,Empty,,,,scheduled,,A,T1,,,
K3,tobedeleted,2026-01-01T00:00:00.000Z,Old,,,,scheduled,,A,T1,,,
=== enrollments.csv
sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate
E1,,,K1,A,s1,student,,,
E2,,,K1,A,s2,student,,,
E3,,,K1,A,s2,student,,,
E4,,,K1,A,t1,teacher,,,
E5,tobedeleted,2026-01-01T00:00:00.000Z,K2,A,s1,student,,,`;

const validation = validate([orgs, users, rest].join('\n'));

describe('overview', () => {
  const overview = allAtOnce(overviewSteps('north', validation));

  it('counts what is not marked as deleted', () => {
    assert.deepEqual(overview.totals, { people: 6, schools: 2, classes: 2, enrollments: 4 });
    assert.deepEqual(overview.schools, [
      { label: 'Ash <School>', students: 2, staff: 0, others: 2 },
      { label: 'Birch School', students: 0, staff: 1, others: 0 },
      { label: 'no known school', students: 1, staff: 0, others: 0 },
    ]);
    const some = ({ label, count }: { readonly label: string; readonly count: number }) =>
      count > 0 ? [`${label} ${String(count)}`] : [];
    assert.deepEqual(overview.classSizes.flatMap(some), ['none 1', '1 to 5 1']);
    assert.equal(overview.typicalClass, 0);
    assert.equal(overview.largestClass, 2);
    assert.deepEqual(overview.terms.flatMap(some), ['Autumn 4', 'Spring 4']);
    assert.deepEqual(overview.grades.flatMap(some), ['KG 1', '09 1', 'other values 1']);
  });

  it('has the problems by cause, as many as there are', () => {
    const total = overview.problems.reduce((sum, { count }) => sum + count, 0);
    const { error, warning, information } = validation.totals;
    assert.equal(total, error + warning + information);
    const dangling = overview.problems.find(({ rule }) => rule === 'dangling-reference');
    assert.equal(dangling?.severity, 'error');
    assert.ok(dangling.count > 0);
  });

  it('tells nobody’s name, not even one that stands in a field of roles or grades', () => {
    assert.doesNotMatch(overviewPage(overview, new Date()) + JSON.stringify(overview), /Quince|Wilhelmina/);
  });

  it('makes a page that is one, runs nothing, and holds texts as texts', () => {
    const page = overviewPage(overview, new Date('2026-11-25T12:00:00Z'));
    assert.match(page, /default-src 'none'/);
    assert.doesNotMatch(page, /<script|https?:|<School>/);
    assert.match(page, /Ash &lt;School&gt;/);
    for (const title of ['People by school', 'Students by grade', 'Enrollments by term', 'Problems by cause'])
      assert.ok(page.includes(`<figcaption>${title}</figcaption>`), title);
    assert.doesNotMatch(page, /Since the delivery/);
  });

  it('adds up what would be too many bars', () => {
    const terms = Array.from({ length: 40 }, (_, index) => ({ label: `Term ${String(index)}`, count: 1 }));
    const page = overviewPage({ ...overview, terms }, new Date());
    assert.ok(page.includes('16 others') && page.includes('Term 23') && !page.includes('Term 24'));
  });

  it('says what has changed since the last delivery', () => {
    const old = validate(
      [orgs, users.replace('s1,,,', 's0,,,').replace('s2,,,true,A', 's2,,,true,B'), rest].join('\n'),
    );
    const before: OverviewBefore = { time: '2026-11-24T23:00:00.000Z', roster: old.roster };
    const changed = allAtOnce(overviewSteps('north', validation, before));
    assert.equal(changed.changes?.newPeople, 1);
    assert.equal(changed.changes.gonePeople, 1);
    assert.equal(changed.changes.movedPeople, 1);
    assert.deepEqual(
      changed.changes.files.find(({ name }) => name === 'users.csv'),
      {
        name: 'users.csv',
        before: 7,
        now: 7,
      },
    );
    assert.match(overviewPage(changed, new Date()), /new people 1, gone 1, at another school 1\./);
  });

  it('has nothing to show of an empty roster, and does not fail', () => {
    const empty = allAtOnce(overviewSteps('empty', validate(orgs)));
    assert.deepEqual([empty.totals.people, empty.classSizes, empty.typicalClass], [0, [], undefined]);
    assert.match(overviewPage(empty, new Date()), /<\/html>/);
  });
});
