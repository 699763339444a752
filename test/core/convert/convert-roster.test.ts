import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cleanFiles } from '../../../scripts/sample-district/planted-district.mjs';
import { conversionFacts } from '../../../src/core/convert/conversion-facts';
import { convertRoster, type Conversion } from '../../../src/core/convert/convert-roster';
import { RosterError } from '../../../src/core/errors';
import { readRoster, type Roster } from '../../../src/core/model/roster';
import type { RosterInput } from '../../../src/core/model/roster-input';
import { resolveProfile, specification } from '../../../src/core/spec/specification';
import type { OneRosterVersion } from '../../../src/core/spec/types';
import { decodeUtf8, encodeUtf8 } from '../../../src/core/text/utf8';
import { checkRoster } from '../../../src/core/validate-roster';
import { readRosterInput } from '../../../src/node/read-roster-input';
import { parseFixture } from '../../support/fixture';

function read(input: RosterInput, version?: OneRosterVersion): Roster {
  return readRoster(input, { profile: resolveProfile('standard'), version, asOf: '2026-10-15' });
}

function fixture(text: string, version: OneRosterVersion): Roster {
  return read(parseFixture(text).input, version);
}

function textOf({ files }: Pick<Conversion, 'files'>, name: string): string {
  const file = files.find((each) => each.name === name);
  assert.ok(file !== undefined, `${name} is not there`);
  return decodeUtf8(file.bytes);
}

/** With line feeds alone, for the line ends are those of the old file. */
function plain(conversion: Conversion, name: string): string {
  return textOf(conversion, name).replaceAll('\r\n', '\n');
}

/** What is noted, as `kind file column: message (count)`. */
function notesOf({ notes }: Conversion): readonly string[] {
  return notes.map(({ kind, file, column, value, newValue, count }) =>
    [kind, file, column ?? '-', value ?? '-', newValue ?? '-', String(count)].join(' '),
  );
}

const cleanOf = async (version: string) => read(await readRosterInput(`test/rosters/clean-${version}`));

describe('conversion facts', () => {
  it('name only tables, columns and values that the versions have', () => {
    for (const { older, newer, renamed, values, filled, expected, split } of conversionFacts) {
      const [old, now] = [specification(older), specification(newer)];
      const has = (version: typeof old, table: string, column: string) =>
        version.tables.some(
          ({ name, columns }) => name === table && columns.some((each) => each.name === column),
        );
      for (const { table, older: from, newer: to } of renamed) {
        assert.ok(has(old, table, from) && has(now, table, to), `${table} ${from} ${to}`);
        assert.ok(!has(old, table, to) && !has(now, table, from), `${table} ${from} ${to}`);
      }
      for (const { table, column, toNewer = {}, toOlder = {}, otherwise = [] } of values) {
        const factIn = (version: typeof old) =>
          version.tables.find(({ name }) => name === table)?.columns.find(({ name }) => name === column);
        const words = (version: typeof old) => factIn(version)?.values?.map(({ value }) => value) ?? [];
        for (const word of [
          ...Object.keys(toNewer),
          ...Object.values(toOlder),
          ...otherwise.map(({ value }) => value),
        ])
          assert.ok(words(old).includes(word), `${older} ${table} ${column} ${word}`);
        for (const word of [...Object.values(toNewer), ...Object.keys(toOlder)])
          assert.ok(words(now).includes(word), `${newer} ${table} ${column} ${word}`);
      }
      for (const { table, column } of [...filled, ...expected])
        assert.ok(has(now, table, column), `${table} ${column}`);
      if (split === undefined) continue;
      for (const column of [split.list, split.value]) assert.ok(has(old, split.table, column), column);
      for (const column of Object.values(split.columns)) assert.ok(has(now, split.into, column), column);
      assert.ok(has(now, split.table, split.preferredItem));
    }
  });
});

describe('a conversion', () => {
  it('from 1.0 to 1.1 renames, moves, fills and respells, and says what it has put there', async () => {
    const conversion = convertRoster(await cleanOf('1.0'), '1.1');
    assert.equal(
      plain(conversion, 'enrollments.csv'),
      'sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate\n' +
        'e-1,,,k-math5-1,o-elm,u-teach1,teacher,true,,\n' +
        'e-2,,,k-math5-1,o-elm,u-stud1,student,false,,\n',
    );
    assert.equal(
      plain(conversion, 'orgs.csv'),
      'sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId,metadata.classification,metadata.gender,metadata.boarding\n' +
        'o-dist,,,Cedar Valley Schools,district,4407,,,,\n' +
        'o-elm,,,Elm Street School,school,0112,o-dist,public,,\n',
    );
    assert.match(plain(conversion, 'academicSessions.csv'), /\nt-fall,.*,sy-27,2027\n/);
    assert.match(
      plain(conversion, 'demographics.csv'),
      /^sourcedId,.*,birthDate,sex,.*\nu-stud1,,,2015-11-02,female,/,
    );
    assert.match(
      plain(conversion, 'manifest.csv'),
      /\noneroster\.version,1\.1\nfile\.academicSessions,bulk\n/,
    );
    assert.deepEqual(notesOf(conversion), [
      'added academicSessions.csv schoolYear - 2027 2',
      'open classes.csv subjectCodes - - 1',
      'open courses.csv subjectCodes - - 1',
      'added users.csv enabledUser - true 3',
    ]);
  });

  it('from 1.1 to 1.2 gives each person a role in each organization, by the kind of organization', () => {
    const roster = fixture(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
d,,,District,district,,
s,,,"North, High",school,,d
=== users.csv
sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password
u1,,,true,"d,s",administrator,ada,,Ada,Byron,,,,,,,,
u2,,,true,s,student,bea,,"Bea ""B""",Cole,,,,,,,09,
`,
      '1.1',
    );
    const conversion = convertRoster(roster, '1.2');
    assert.equal(
      textOf(conversion, 'roles.csv'),
      'sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId\n' +
        'u1_d,,,u1,primary,districtAdministrator,,,d,\n' +
        'u1_s,,,u1,primary,siteAdministrator,,,s,\n' +
        'u2_s,,,u2,primary,student,,,s,\n',
    );
    assert.match(textOf(conversion, 'users.csv'), /\nu2,,,true,bea,,"Bea ""B""",Cole,,,,,,,09,,,,,,,\n/);
    assert.deepEqual(notesOf(conversion), ['added roles.csv - - - 3', 'added manifest.csv - - - 1']);
    const back = convertRoster(conversion.roster, '1.1');
    assert.deepEqual(notesOf(back), []);
    assert.deepEqual(
      back.files.find(({ name }) => name === 'users.csv')?.bytes,
      roster.table('users')?.bytes,
    );
  });

  it('from 1.1 to 1.2 loses nobody’s role where the organizations are not in the package', () => {
    const conversion = convertRoster(
      fixture(
        `
=== users.csv
sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password
u1,active,2026-08-14T06:30:00.000Z,true,"a, b,a",teacher,ada,,Ada,Byron,,,,,,,,
`,
        '1.1',
      ),
      '1.2',
    );
    assert.match(
      textOf(conversion, 'roles.csv'),
      /\nu1_a,active,2026-08-14T06:30:00\.000Z,u1,primary,teacher,,,a,\nu1_b,active,2026-08-14T06:30:00\.000Z,u1,primary,teacher,,,b,\n$/,
    );
    assert.match(textOf(conversion, 'manifest.csv'), /\nfile\.roles,delta\n/);
  });

  it('from 1.2 to 1.1 keeps one role of each person, and lists what the others say', () => {
    const conversion = convertRoster(
      fixture(
        `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
d,,,District,district,,
s,,,North,school,,d
=== users.csv
sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,preferredGivenName,preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns
u1,,,true,ada,,Ada,Byron,,,,,,,,,,Addie,,,s,
u2,,,true,bea,,Bea,Cole,,,,,,,,,,,,,,
u3,,,true,cat,,Cat,Dahl,,,,,,,,,,,,,,
=== roles.csv
sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId
u1_d,,,u1,primary,districtAdministrator,,,d,
u1_s,,,u1,primary,principal,2026-08-01,,s,
r3,,,u2,secondary,student,,,s,
r4,,,gone,primary,student,,,s,
`,
        '1.2',
      ),
      '1.1',
    );
    const users = textOf(conversion, 'users.csv');
    assert.match(users, /\nu1,,,true,"d,s",administrator,ada,/);
    assert.match(users, /\nu2,,,true,s,student,bea,/);
    assert.doesNotMatch(users, /\nu3,/);
    assert.deepEqual([...notesOf(conversion)].sort(), [
      'added manifest.csv - - - 1',
      'lost roles.csv beginDate 2026-08-01 - 1',
      'lost roles.csv role principal administrator 1',
      'lost roles.csv roleType secondary primary 1',
      'lost roles.csv sourcedId r3 u2_s 1',
      'lost roles.csv userSourcedId gone - 1',
      'lost users.csv preferredGivenName Addie - 1',
      'lost users.csv primaryOrgSourcedId s - 1',
      'lost users.csv role - - 1',
    ]);
  });

  it('lists each file, column, record and value that has no place, and what follows from it', () => {
    const conversion = convertRoster(
      fixture(
        `
=== academicSessions.csv
sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear
y,,,Year,schoolYear,2026-08-01,2027-06-01,,2027
t,,,Term,term,2026-08-01,2027-01-10,y,2030
=== categories.csv
sourcedId,status,dateLastModified,title
c1,,,Homework
c2,,,Tests
=== users.csv
sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,metadata.bus
u1,,,false,s,proctor,ada,"{SIS:1},{LDAP:ada}",Ada,Byron,Marie,,,,,u2,09,,7
u2,,,true,s,student,bea,{userId:5},Bea,Cole,,,,,,u1,,,
=== other.csv
a,b
1,2
`,
        '1.1',
      ),
      '1.0',
    );
    assert.match(
      textOf(conversion, 'users.csv'),
      /,agents,metadata\.bus\nu1,,,s,aide,ada,1,Ada,Byron,,,,,u2,7\nu2,,,s,student,bea,5,Bea,Cole,,,,,u1,\n/,
    );
    const lost = notesOf(conversion).filter((note) => note.startsWith('lost'));
    assert.deepEqual([...lost].sort(), [
      'lost academicSessions.csv schoolYear 2030 - 1',
      'lost categories.csv - - - 2',
      'lost other.csv - - - 1',
      'lost users.csv enabledUser false - 1',
      'lost users.csv grades 09 - 1',
      'lost users.csv middleName Marie - 1',
      'lost users.csv role proctor aide 1',
      'lost users.csv userIds {SIS:1},{LDAP:ada} 1 1',
    ]);
    assert.equal(conversion.totals.lost, 9);
  });

  it('leaves out records that cannot be without what is blank, and what cannot be without them', () => {
    const conversion = convertRoster(
      fixture(
        `
=== categories.csv
sourcedId,status,dateLastModified,title,weight
c,,,Homework,
=== classes.csv
sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods
k,,,Maths,9-11,x,,ext:lab,,s,t,,,
=== lineItems.csv
sourcedId,status,dateLastModified,title,description,assignDate,dueDate,classSourcedId,categorySourcedId,academicSessionSourcedId,resultValueMin,resultValueMax,schoolSourcedId
l1,,,Essay,,2026-09-01,2026-09-02,k,c,t,,,s
l2,,,Test,,2026-09-01,2026-09-02,k,c,t,0,10,s
=== results.csv
sourcedId,status,dateLastModified,lineItemSourcedId,studentSourcedId,scoreStatus,score,scoreDate,comment,textScore,classSourcedId,inProgress,incomplete,late,missing
r1,,,l1,u,submitted,5,2026-09-03,,,,,,,
r2,,,l2,u,submitted,5,2026-09-03,,,,,,,
r3,,,l2,u,submitted,,2026-09-03,,B,,,,,
`,
        '1.2',
      ),
      '1.1',
    );
    assert.match(textOf(conversion, 'lineItems.csv'), /^[^\n]*\nl2,[^\n]*,t,0,10\n$/);
    assert.match(textOf(conversion, 'results.csv'), /^[^\n]*\nr2,[^\n]*\n$/);
    assert.match(textOf(conversion, 'classes.csv'), /\nk,,,Maths,"09,10,11",x,,scheduled,/);
    assert.deepEqual([...notesOf(conversion)].sort(), [
      'added manifest.csv - - - 1',
      'changed classes.csv grades 9-11 09,10,11 1',
      'lost classes.csv classType ext:lab scheduled 1',
      'lost lineItems.csv resultValueMin - - 1',
      'lost results.csv lineItemSourcedId l1 - 1',
      'lost results.csv score - - 1',
    ]);
  });

  it('gives homerooms of 1.0 without a course one to name, once', () => {
    const conversion = convertRoster(
      fixture(
        `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,metadata.classification,metadata.gender,metadata.boarding,parentSourcedId
s,,,North,school,,,,,d
d,,,District,local,,,,,
=== courses.csv
sourcedId,status,dateLastModified,schoolYearId,metadata.duration,title,courseCode,grade,orgSourcedId,subjects
no-course,,,,one year,Algebra,,,,
=== classes.csv
sourcedId,status,dateLastModified,title,grade,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedId,subjects
k1,,,Room 1,,,,homeroom,,s,t,
k2,,,Room 2,,,,homeroom,,s,t,
`,
        '1.0',
      ),
      '1.1',
    );
    assert.equal(
      textOf(conversion, 'courses.csv'),
      'sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes,metadata.duration\n' +
        'no-course,,,,Algebra,,,d,,,one year\n' +
        'no-course-2,,,,Without a course,,,d,,,\n',
    );
    assert.match(textOf(conversion, 'classes.csv'), /\nk2,,,Room 2,,no-course-2,/);
    assert.ok(notesOf(conversion).includes('added courses.csv - no-course-2 - 1'));
  });

  it('does not take for a word what never was one, and says where a word stays and means another thing', () => {
    const orgs = 'sourcedId,status,dateLastModified,name,type,identifier,';
    const older = fixture(
      `
=== orgs.csv
${orgs}metadata.classification,metadata.gender,metadata.boarding,parentSourcedId
d,,,District,district,,,,TRUE,
s,,,North,school,,,,false,d
`,
      '1.0',
    );
    const there = convertRoster(older, '1.1');
    assert.match(textOf(there, 'orgs.csv'), /\nd,,,District,district,/);
    assert.deepEqual(notesOf(there), []);
    const newer = fixture(`\n=== orgs.csv\n${orgs}parentSourcedId\nl,,,Local,local,,\n`, '1.1');
    assert.deepEqual(notesOf(convertRoster(newer, '1.0'))[0], 'lost orgs.csv type local - 1');
    const users = fixture(
      `
=== enrollments.csv
sourcedId,classSourcedId,schoolSourcedId,userSourcedId,role,status,dateLastModified,primary
e1,k,s,u,teacher,,,TRUE
e2,k,s,v,teacher,,,yes
`,
      '1.0',
    );
    const enrollments = convertRoster(users, '1.1');
    assert.match(textOf(enrollments, 'enrollments.csv'), /\ne1,.*,teacher,true,,\ne2,.*,teacher,yes,,\n/);
    assert.deepEqual(notesOf(enrollments), ['changed enrollments.csv primary TRUE true 1']);
  });

  it('keeps the days of changes, and what it cannot keep of their times is lost', () => {
    const older = fixture(
      `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,metadata.classification,metadata.gender,metadata.boarding,parentSourcedId
s,inactive,2026-08-14,North,school,,,,,
t,active,2026-08-15,South,school,,,,,
`,
      '1.0',
    );
    const newer = convertRoster(older, '1.1');
    assert.match(textOf(newer, 'orgs.csv'), /\ns,tobedeleted,2026-08-14T00:00:00\.000Z,North/);
    assert.match(textOf(newer, 'manifest.csv'), /\nfile\.orgs,delta\n/);
    assert.deepEqual(notesOf(newer), ['lost orgs.csv status inactive tobedeleted 1']);
    const back = convertRoster(newer.roster, '1.0');
    assert.match(textOf(back, 'orgs.csv'), /\nt,active,2026-08-15,South/);
    assert.deepEqual(
      notesOf(back).filter((note) => note.startsWith('lost')),
      [],
    );
  });

  it('copies bytes: byte order mark, line ends, quotes and what nobody but the roster knows', () => {
    const users =
      '\ufeff"sourcedId","status","dateLastModified","enabledUser","orgSourcedIds","role","username","userIds","givenName","familyName","middleName","identifier","email","sms","phone","agentSourcedIds","grades","password"\r\n' +
      '"u1","","","true","s","student","ada","","Zoë, ""Z""","Łuc","","","","","","","",""\r\n';
    const input: RosterInput = {
      name: 'x',
      kind: 'folder',
      entries: [{ path: 'users.csv', content: { bytes: encodeUtf8(users) } }],
    };
    const { files } = convertRoster(read(input, '1.1'), '1.2');
    const [head = '', record = '', rest] = textOf({ files }, 'users.csv').split('\r\n');
    assert.ok(head.startsWith('\ufeff"sourcedId","status",'), head);
    assert.ok(
      head.endsWith(
        '"password","userMasterIdentifier","preferredGivenName","preferredMiddleName","preferredFamilyName","primaryOrgSourcedId","pronouns"',
      ),
    );
    assert.ok(record.startsWith('"u1","","","true","ada","","Zoë, ""Z""","Łuc",'), record);
    assert.equal(rest, '');
  });

  it('names records that do not fit their header, and does not guess', () => {
    const conversion = convertRoster(
      fixture(
        `
=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
s,,,North,school,
t,,,South,school,,
`,
        '1.1',
      ),
      '1.0',
    );
    assert.doesNotMatch(textOf(conversion, 'orgs.csv'), /\ns,/);
    assert.ok(notesOf(conversion).includes('lost orgs.csv - - - 1'));
  });

  it('refuses the version that a roster has, formats of others, and files that cannot be read', async () => {
    const roster = await cleanOf('1.1');
    assert.throws(
      () => convertRoster(roster, '1.1'),
      (error) => RosterError.is(error, 'usage'),
    );
    assert.throws(
      () => convertRoster({ ...roster, foreignFormat: 'Other' }, '1.2'),
      (error) => RosterError.is(error, 'not-a-roster'),
    );
    assert.throws(
      () => convertRoster(fixture('\n=== orgs.csv unreadable\n', '1.1'), '1.2'),
      (error) => RosterError.is(error, 'file-unreadable'),
    );
  });

  it('of the sample district goes to 1.2 and back byte for byte', () => {
    const entries = [...cleanFiles()].map(([path, text]) => ({ path, content: { bytes: encodeUtf8(text) } }));
    const roster = read({ name: 'district', kind: 'folder', entries });
    const there = convertRoster(roster, '1.2');
    assert.deepEqual([there.totals.lost, there.totals.changed, there.totals.open], [0, 0, 0]);
    assert.deepEqual(checkRoster(there.roster).problems, []);
    const back = convertRoster(there.roster, '1.1');
    assert.deepEqual(back.notes, []);
    for (const { path, content } of entries)
      assert.equal(textOf(back, path), decodeUtf8(content.bytes), path);
  });

  const samples = join(process.cwd(), '../shared/samples');
  for (const path of [
    '04-lmstoolkit-v1p0',
    '05-lmstoolkit-v1p1',
    '14-mockroster-csvdump',
    '12-moodle-test-data/oneroster_test_data.zip',
  ]) {
    it(`of the public roster ${path} brings no kind of error that it did not have`, async function () {
      if (!existsSync(samples)) return this.skip();
      const roster = read(await readRosterInput(join(samples, path)));
      const rulesOf = (each: Roster, onlyErrors: boolean) =>
        new Set(checkRoster(each, { onlyErrors, maxProblems: 0 }).problems.map(({ rule }) => rule));
      const before = rulesOf(roster, false);
      for (const to of ['1.0', '1.1', '1.2'] as const) {
        if (to === roster.version) continue;
        const { roster: converted, notes } = convertRoster(roster, to);
        const isAnnounced = (rule: string) =>
          rule === 'required-value' && notes.some(({ reason }) => reason === 'stillBlank');
        const fresh = [...rulesOf(converted, true)].filter((rule) => !before.has(rule) && !isAnnounced(rule));
        assert.deepEqual(fresh, [], to);
      }
    });
  }
});
