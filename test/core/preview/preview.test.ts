import assert from 'node:assert/strict';
import type { MappingConfig } from '../../../src/core/config/config';
import { readRoster, type Roster } from '../../../src/core/model/roster';
import { findPeople } from '../../../src/core/preview/find-people';
import { placePeople } from '../../../src/core/preview/place-people';
import type { FindingKind, Preview } from '../../../src/core/preview/preview';
import { previewCsvSteps } from '../../../src/core/preview/preview-csv';
import { previewSteps, type PreviewOptions } from '../../../src/core/preview/preview-steps';
import { findingText } from '../../../src/core/preview/preview-texts';
import { resolveProfile } from '../../../src/core/spec/specification';
import { allAtOnce } from '../../../src/core/steps';
import { parseFixture } from '../../support/fixture';

const orgs = `=== orgs.csv
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
D,,,District,district,,
A,,,Ash School,school,,D
B,,,Birch School,school,,D
C,,,Cedar School,school,,D
X,tobedeleted,2026-01-01T00:00:00.000Z,Gone School,school,,D`;

const usersHeader =
  'sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password';

interface Person {
  readonly id: string;
  readonly orgs?: string;
  readonly role?: string;
  readonly status?: string;
  readonly username?: string;
  readonly email?: string;
  readonly grades?: string;
}

function users(...people: readonly Person[]): string {
  const lines = people.map(
    ({ id, orgs: own = '', role = 'student', status = '', username = id, email = '', grades = '' }) => {
      const date = status === '' ? '' : '2026-01-01T00:00:00.000Z';
      return `${id},${status},${date},true,"${own}",${role},${username},,Given${id},Family${id},,,${email},,,,${grades},`;
    },
  );
  return [`=== users.csv`, usersHeader, ...lines].join('\n');
}

function rosterOf(...texts: readonly string[]): Roster {
  return readRoster(parseFixture(texts.join('\n')).input, { profile: resolveProfile('incident-iq') });
}

function preview(
  roster: Roster,
  mapping: MappingConfig = {},
  options: Partial<PreviewOptions> = {},
): Preview {
  return allAtOnce(previewSteps(roster, { mapping, ...options }));
}

/** `id reason` or `id reason detail` of everybody in a finding. */
function listed({ findings }: Preview, kind: FindingKind): readonly string[] {
  const found = findings.find((each) => each.kind === kind);
  assert.ok(found);
  return found.people.map(({ sourcedId, reason, detail }) =>
    [sourcedId, reason, ...(detail === undefined ? [] : [detail])].join(' '),
  );
}

describe('preview', () => {
  const mapping: MappingConfig = {
    schools: { A: 'North', B: 'North', Z: 'Nowhere' },
    defaultLocation: 'Office',
  };

  it('puts people where their first organization is mapped to, and the rest at the default location', () => {
    const roster = rosterOf(
      orgs,
      users(
        { id: 'a', orgs: 'A' },
        { id: 'b', orgs: 'B', role: 'teacher' },
        { id: 'c', orgs: 'C' },
        { id: 'd', orgs: 'D' },
        { id: 'none' },
        { id: 'lost', orgs: 'NOPE' },
        { id: 'x', orgs: 'X' },
        { id: 'two', orgs: 'C,A' },
      ),
    );
    const found = preview(roster, mapping);
    assert.deepEqual(
      found.locations.map(({ name, isDefault, people, roles }) => ({ name, isDefault, people, roles })),
      [
        { name: 'North', isDefault: false, people: 2, roles: { student: 1, teacher: 1 } },
        { name: 'Office', isDefault: true, people: 6, roles: { student: 6 } },
      ],
    );
    assert.deepEqual(listed(found, 'default-location'), [
      'c school-not-mapped',
      'd not-a-school',
      'none no-school',
      'lost unknown-school',
      'x deleted-school',
      'two school-not-mapped',
    ]);
    assert.deepEqual(listed(found, 'no-usable-school'), [
      'none no-school',
      'lost unknown-school',
      'x deleted-school',
    ]);
    assert.deepEqual(listed(found, 'several-schools'), ['two several-schools C, A']);
    assert.deepEqual(found.unknownSchools, ['Z']);
    assert.deepEqual(
      found.schools.map(({ sourcedId, location, people }) => [sourcedId, location, people]),
      [
        ['D', undefined, 1],
        ['A', 'North', 1],
        ['B', 'North', 1],
        ['C', undefined, 2],
        ['X', undefined, 1],
      ],
    );
  });

  it('takes each school for a location of its own name where nothing is mapped, and says who has none', () => {
    const found = preview(rosterOf(orgs, users({ id: 'a', orgs: 'A' }, { id: 'd', orgs: 'D' })));
    assert.equal(found.isMapped, false);
    assert.deepEqual(
      found.locations.map(({ name, people }) => [name, people]),
      [
        ['Ash School', 1],
        ['Birch School', 0],
        ['Cedar School', 0],
        [undefined, 1],
      ],
    );
    assert.equal(findingText('default-location', found).title, 'Without a location');
  });

  it('counts people who are marked as deleted for nothing else', () => {
    const roster = rosterOf(orgs, users({ id: 'a', orgs: 'A' }, { id: 'gone', status: 'tobedeleted' }));
    const found = preview(roster, mapping);
    assert.deepEqual(found.people, { total: 2, active: 1, deleted: 1, unreadable: 0 });
    assert.deepEqual(listed(found, 'marked-deleted'), ['gone tobedeleted']);
    assert.deepEqual(listed(found, 'no-usable-school'), []);
    assert.equal(findingText('marked-deleted', found).title, 'Frozen by tobedeleted');
  });

  it('finds accounts that records would share, each record once, letter case left aside', () => {
    const roster = rosterOf(
      orgs,
      users(
        { id: 'a', orgs: 'A', username: 'ada', email: 'ada@example.org' },
        { id: 'b', orgs: 'A', username: 'ADA', email: 'Ada@example.org' },
        { id: 'c', orgs: 'A', username: 'c', email: 'ADA@example.org' },
        { id: 'd', orgs: 'A', username: 'ada', status: 'tobedeleted' },
        { id: 'c', orgs: 'A', username: 'c2' },
      ),
    );
    assert.deepEqual(listed(preview(roster), 'shared-account'), [
      'b same-username a',
      'c same-email a',
      'c same-sourcedId c',
    ]);
  });

  it('names roles by the mapping, and those that it does not name', () => {
    const roster = rosterOf(
      orgs,
      users({ id: 'a', orgs: 'A' }, { id: 'b', orgs: 'A', role: 'aide' }, { id: 'c', orgs: 'A', role: '' }),
    );
    const found = preview(roster, { ...mapping, roles: { student: 'Learner' } });
    assert.deepEqual(
      found.roles.map(({ role, mappedTo }) => [role, mappedTo]),
      [
        ['', undefined],
        ['aide', undefined],
        ['student', 'Learner'],
      ],
    );
    assert.deepEqual(listed(found, 'role-not-mapped'), ['b role-not-mapped', 'c no-role']);
    assert.deepEqual(listed(preview(roster, mapping), 'role-not-mapped'), []);
  });

  it('makes groups from grades, or from classes with each person once', () => {
    const roster = rosterOf(
      orgs,
      users(
        { id: 'a', orgs: 'A', grades: '09' },
        { id: 'b', orgs: 'A', grades: '10' },
        { id: 'c', grades: '09' },
      ),
      `=== classes.csv
sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods
K1,,,Art,,,,scheduled,,A,,,,
K2,tobedeleted,2026-01-01T00:00:00.000Z,Old,,,,scheduled,,A,,,,
=== enrollments.csv
sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate
E1,,,K1,A,a,student,,,
E2,,,K1,A,a,student,,,
E3,,,K1,A,b,student,,,
E4,tobedeleted,2026-01-01T00:00:00.000Z,K1,A,c,student,,,`,
    );
    const byGrade = preview(roster, { groups: 'grades' }).groups;
    assert.deepEqual(byGrade, {
      from: 'grades',
      groups: 2,
      memberships: 3,
      largest: [
        { name: '09', members: 2 },
        { name: '10', members: 1 },
      ],
    });
    const byClass = preview(roster, { groups: 'classes' }).groups;
    assert.deepEqual(byClass, {
      from: 'classes',
      groups: 1,
      memberships: 2,
      largest: [{ name: 'Art (K1)', members: 2 }],
    });
    assert.equal(preview(roster).groups, undefined);
  });

  it('lists so many of each kind, and counts all', () => {
    const many = Array.from({ length: 30 }, (_, index) => ({ id: `n${String(index)}` }));
    const found = preview(rosterOf(orgs, users(...many)), mapping, { most: 4 });
    const finding = found.findings.find(({ kind }) => kind === 'no-usable-school');
    assert.equal(finding?.total, 30);
    assert.equal(finding.people.length, 4);
    assert.deepEqual(finding.byReason, [{ reason: 'no-school', total: 30 }]);
  });

  it('names people only where names are asked for', () => {
    const roster = rosterOf(orgs, users({ id: 'a', orgs: 'C' }));
    assert.doesNotMatch(JSON.stringify(preview(roster, mapping)), /Givena|Familya/);
    assert.match(JSON.stringify(preview(roster, mapping, { names: true })), /Givena Familya/);
  });

  it('has nothing to say without people, and does not fail', () => {
    const found = preview(rosterOf(orgs), mapping);
    assert.deepEqual(found.people, { total: 0, active: 0, deleted: 0, unreadable: 0 });
    assert.ok(found.findings.every(({ total }) => total === 0));
    assert.equal(allAtOnce(placePeople(rosterOf(orgs), mapping)), undefined);
  });
});

describe('preview against a delivery', () => {
  const mapping: MappingConfig = { schools: { A: 'North', B: 'South' }, defaultLocation: 'Office' };
  const delivery = { id: 'place/stamp', time: '2026-11-24T23:00:00.000Z' };
  const before = rosterOf(
    orgs,
    users(
      { id: 'stays', orgs: 'A' },
      { id: 'moves', orgs: 'A' },
      { id: 'left', orgs: 'B' },
      { id: 'ends', orgs: 'B' },
      { id: 'back', orgs: 'B', status: 'tobedeleted' },
    ),
  );
  const now = rosterOf(
    orgs,
    users(
      { id: 'new', orgs: 'A' },
      { id: 'moves', orgs: 'B' },
      { id: 'stays', orgs: 'A' },
      { id: 'ends', orgs: 'B', status: 'tobedeleted' },
      { id: 'back', orgs: 'B' },
    ),
  );

  it('says who is new, who is gone and whose location is another, by ids alone', () => {
    const found = preview(now, mapping, { before: { delivery, roster: before } });
    assert.deepEqual(listed(found, 'new'), ['new new', 'back new']);
    assert.deepEqual(listed(found, 'gone'), ['left left-out', 'ends now-deleted']);
    assert.deepEqual(listed(found, 'moved'), ['moves moved North']);
    assert.deepEqual(found.against, delivery);
    const gone = found.findings.find(({ kind }) => kind === 'gone')?.people;
    assert.deepEqual(
      gone?.map(({ record, location }) => [record, location]),
      [
        [0, 'South'],
        [5, 'South'],
      ],
    );
  });

  it('compares locations by their names, in whatever order the schools stand', () => {
    const turned = orgs.replace(/(A,.*)\n(B,.*)/, '$2\n$1');
    assert.notEqual(turned, orgs);
    const roster = rosterOf(turned, users({ id: 'stays', orgs: 'A' }, { id: 'moves', orgs: 'A' }));
    const found = preview(roster, mapping, { before: { delivery, roster: before } });
    assert.deepEqual(listed(found, 'moved'), []);
  });

  it('counts an id once, however many records have it', () => {
    const roster = rosterOf(orgs, users({ id: 'twice', orgs: 'A' }, { id: 'twice', orgs: 'B' }));
    const found = preview(roster, mapping, { before: { delivery, roster: before } });
    assert.deepEqual(listed(found, 'new'), ['twice new']);
  });

  it('takes nobody for gone who is left out of a file of changes', () => {
    const changes = rosterOf(
      `=== manifest.csv\npropertyName,value\nfile.users,delta\n${orgs}`,
      users({ id: 'ends', orgs: 'B', status: 'tobedeleted' }),
    );
    const found = preview(changes, mapping, { before: { delivery, roster: before } });
    assert.equal(found.mode, 'delta');
    assert.deepEqual(listed(found, 'gone'), ['ends now-deleted']);
  });

  it('has no changes where there is nothing to compare with', () => {
    const found = preview(now, mapping);
    assert.equal(found.against, undefined);
    for (const kind of ['new', 'gone', 'moved'] as const) assert.deepEqual(listed(found, kind), []);
  });

  it('writes everybody as a line of a CSV file, the gone at last', () => {
    const csv = allAtOnce(previewCsvSteps(now, { mapping, before: { delivery, roster: before } }));
    assert.deepEqual(csv.split('\r\n'), [
      'sourcedId,record,role,mappedRole,school,location,why,allSchools,sharesAccountWith,locationBefore,change',
      'new,2,student,student,A,North,by the mapping of the school,,,,new',
      'moves,3,student,student,B,South,by the mapping of the school,,,North,moved',
      'stays,4,student,student,A,North,by the mapping of the school,,,,',
      'ends,5,student,student,B,South,status tobedeleted,,,,gone',
      'back,6,student,student,B,South,by the mapping of the school,,,,new',
      'left,,student,student,B,South,no longer in the files,,,,gone',
      '',
    ]);
  });

  it('keeps a spreadsheet from taking a field for a formula, and quotes what has to be', () => {
    const roster = rosterOf(orgs, users({ id: '=1+1', orgs: 'A,B' }));
    const [, line] = allAtOnce(previewCsvSteps(roster, { mapping, names: true })).split('\r\n');
    assert.equal(
      line,
      '\'=1+1,Given=1+1 Family=1+1,2,student,student,A,North,by the mapping of the school,"A, B",,,',
    );
  });
});

describe('preview of other versions', () => {
  it('takes the primary organization of 1.2, else the primary role, else the first role', () => {
    const roster = rosterOf(
      orgs,
      `=== users.csv
sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,resourceSourcedIds,preferredGivenName,preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns
p,,,true,p,,P,P,,,,,,,,,,,,,,B,
q,,,true,q,,Q,Q,,,,,,,,,,,,,,,
r,,,true,r,,R,R,,,,,,,,,,,,,,,
s,,,true,s,,S,S,,,,,,,,,,,,,,NOPE,
t,,,true,t,,T,T,,,,,,,,,,,,,,,
=== roles.csv
sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId
R1,,,p,primary,student,,,A,
R2,,,q,secondary,aide,,,A,
R3,,,q,primary,teacher,,,B,
R4,,,r,secondary,student,,,C,
R5,,,s,primary,student,,,A,`,
    );
    assert.equal(roster.version, '1.2');
    const { people, belonging } = ofRoster(roster);
    assert.deepEqual(
      people.map((record) => [
        belonging.homeText(record),
        belonging.homeOf(record),
        belonging.roleOf(record),
      ]),
      [
        ['B', 3, 'student'],
        ['B', 3, 'teacher'],
        ['C', 4, 'student'],
        ['NOPE', -1, 'student'],
        ['', 0, ''],
      ],
    );
    const found = preview(roster, { schools: { A: 'North', B: 'South', C: 'West' } });
    assert.deepEqual(listed(found, 'several-schools'), ['p several-schools B, A', 'q several-schools A, B']);
    assert.deepEqual(listed(found, 'no-usable-school'), ['s unknown-school', 't no-school']);
  });

  it('treats inactive people of 1.0 like deleted ones', () => {
    const { input } = parseFixture(
      [
        orgs,
        `=== users.csv
sourcedId,status,dateLastModified,orgSourcedIds,role,username,userId,givenName,familyName,identifier,email,sms,phone,agents
a,active,2026-01-01,A,student,a,a,A,A,,,,,
b,inactive,2026-01-01,A,student,b,b,B,B,,,,,`,
      ].join('\n'),
    );
    const roster = readRoster(input, { profile: resolveProfile('incident-iq'), version: '1.0' });
    const found = preview(roster);
    assert.deepEqual(listed(found, 'marked-deleted'), ['b inactive']);
    assert.equal(found.people.active, 1);
  });

  function ofRoster(roster: Roster) {
    const placed = allAtOnce(placePeople(roster, {}));
    assert.ok(placed);
    const people = Array.from({ length: placed.table.recordCount - 1 }, (_, index) => index + 1);
    return { people, belonging: placed.belonging };
  }
});

describe('finding people in a preview', () => {
  it('looks at ids, names, user names and addresses, and says where they land', () => {
    const roster = rosterOf(
      orgs,
      users(
        { id: 'p1', orgs: 'A', username: 'ada.byron', email: 'countess@example.org' },
        { id: 'p2', orgs: 'NOPE', username: 'other' },
        { id: 'p3', orgs: 'A', status: 'tobedeleted' },
      ),
    );
    const placed = allAtOnce(placePeople(roster, {}));
    assert.ok(placed);
    const find = (text: string, most = 10) => allAtOnce(findPeople(placed, text, most));
    const ids = (text: string) => find(text).people.map(({ sourcedId }) => sourcedId);
    assert.deepEqual(ids('ADA.'), ['p1']);
    assert.deepEqual(ids('Countess'), ['p1']);
    assert.deepEqual(ids('givenp1 fam'), ['p1']);
    assert.deepEqual(ids('familyp2, g'), ['p2']);
    assert.deepEqual(ids('  '), []);
    assert.deepEqual(
      find('family').people.map(({ reason, location }) => [reason, location]),
      [
        ['mapped', 'Ash School'],
        ['unknown-school', ''],
        ['tobedeleted', 'Ash School'],
      ],
    );
    const capped = find('family', 1);
    assert.equal(capped.total, 3);
    assert.equal(capped.people.length, 1);
  });
});
