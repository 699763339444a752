import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['dangling-reference'];
const orgs = `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
o1,,,North High,school,,
o2,,,South High,school,,`;
const userHeader =
  'sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password';

describe('dangling-reference', () => {
  it('accepts references that lead somewhere, item by item in lists', () => {
    check(
      `${orgs}
=== users.csv
${userHeader}
u1,,,true,"o1,o2",student,ada,,Ada,Byron,,,,,,,,
`,
      { only, version: '1.1' },
    );
  });

  it('groups the fields that name the same missing record and counts them', () => {
    const { problems, totals } = check(
      `${orgs}
=== users.csv
${userHeader}
u1,,,true,"o1,[[o9|dangling-reference]]",student,ada,,Ada,Byron,,,,,,,,
u2,,,true,o9,student,bea,,Bea,Cole,,,,,,,,
u3,,,true,o1,student,cem,,Cem,Demir,,,,,,[[u7|dangling-reference]],,
`,
      { only, version: '1.1' },
    );
    assert.deepEqual(
      problems.map((problem) => problem.count),
      [2, 1],
    );
    assert.equal(totals.error, 3);
    assert.equal(
      problems[0]?.message,
      'orgSourcedIds names "o9", but orgs.csv has no organization with that sourcedId',
    );
  });

  it('is one problem for a missing record, however many files and columns name it', () => {
    const { problems } = check(
      `${orgs}
=== courses.csv
sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes
k1,,,,Math,,,[[o9|dangling-reference]],,
k2,,,,Art,,,o9,,
=== users.csv
${userHeader}
u1,,,true,"o1,o9",student,ada,,Ada,Byron,,,,,,,,
u2,,,true,o9,student,bea,,Bea,Cole,,,,,,,,
`,
      { only, version: '1.1' },
    );
    assert.equal(problems[0]?.count, 4);
    assert.deepEqual(
      problems[0].related.map(({ file, record, message }) => `${file} ${String(record)}: ${message}`),
      ['users.csv 2: orgSourcedIds in users.csv names it too'],
    );
  });

  it('is one problem where a file lacks so many records that it must have been cut off', () => {
    const names = Array.from({ length: 60 }, (_, index) => `u${String(index)}`);
    const header = 'sourcedId,status,dateLastModified,birthDate,sex';
    const lines = names.map((name, index) =>
      index === 1 ? `[[${name}|dangling-reference]],,,,` : `${name},,,,`,
    );
    const text = `=== users.csv\n${userHeader}\nu0,,,true,,student,ada,,Ada,Byron,,,,,,,,\n=== demographics.csv\n${header}\n`;
    const { problems } = check(text + lines.join('\n'), { only, version: '1.1' });
    assert.equal(problems[0]?.count, 59);
    assert.equal(
      problems[0].message,
      'sourcedId names "u1", the first of 59 ids that users.csv does not have; it seems to be cut off or from another export',
    );
  });

  it('lists every place when all problems are asked for', () => {
    check(
      `${orgs}
=== users.csv
${userHeader}
u1,,,true,"o1,[[o9|dangling-reference]]",student,ada,,Ada,Byron,,,,,,,,
u2,,,true,[[o9|dangling-reference]],student,bea,,Bea,Cole,,,,,,,,
`,
      { only, version: '1.1', maxProblems: 0 },
    );
  });

  it('leaves another letter case, blank fields and missing files to other rules', () => {
    check(
      `${orgs}
=== users.csv
${userHeader}
u1,,,true,O1,student,ada,,Ada,Byron,,,,,,,,
=== classes.csv
sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods
c1,,,Math,,k1,,scheduled,,o1,t1,,,
`,
      { only, version: '1.1' },
    );
  });

  it('leaves ids that are illegal, and lists that are none, to the rules about those', () => {
    const users = (ids: string) => `
=== orgs.csv
sourcedId,name
o1,North High
=== users.csv
sourcedId,orgSourcedIds,primaryOrgSourcedId,agentSourcedIds
u1,${ids}
`;
    check(users('o1;o2,,\nu2,[o1],,\nu3,"o1" x,,'), { only, version: '1.1' });
    check(users(`,o 9,"u1,[[u9|dangling-reference]],u:8"`), { only, version: '1.2' });
    check(users(`${'a'.repeat(256)},,[[u:8|dangling-reference]]`), { only, version: '1.1' });
  });

  it('speaks of such ids where those rules are off', () => {
    check(
      `
=== users.csv
sourcedId,agentSourcedIds
u1,[[u:9|dangling-reference]]
u2,[[u1;u2|dangling-reference]]
`,
      { only, version: '1.2', severities: { 'invalid-guid': 'off', 'invalid-list': 'off' } },
    );
  });

  it('finds the record whose id has an invisible character too many', () => {
    check(
      `
=== users.csv
sourcedId,agentSourcedIds
u1\\u200b,
u2,u1
`,
      { only, version: '1.1' },
    );
  });

  it('is a warning in a delta file, whose other half may have been sent before', () => {
    const { problems } = check(
      `${orgs}
=== users.csv
${userHeader}
u1,active,2026-08-01T00:00:00.000Z,true,[[o9|dangling-reference]],student,ada,,Ada,Byron,,,,,,,,
`,
      { only, version: '1.1' },
    );
    assert.equal(problems[0]?.severity, 'warning');
  });

  it('finds nothing in an empty table', () => {
    check(
      `${orgs}
=== users.csv
${userHeader}
`,
      { only, version: '1.1' },
    );
  });

  it('asks less of a file that the consumer does without', () => {
    const classes = '=== classes.csv\nsourcedId,courseSourcedId\nk1,[[c2|dangling-reference]]\n';
    const unmarked = classes.replace('[[', '').replace('|dangling-reference]]', '');
    const options = { only, version: '1.1', profileId: 'hmh' } as const;
    check(`${unmarked}=== courses.csv\nsourcedId\n`, options);
    const { problems } = check(`${classes}=== courses.csv\nsourcedId\nc1\n`, options);
    assert.equal(problems[0]?.severity, 'warning');
  });
});
