// A small school district in which everything fits together. Fields are given under the names that any version has for them;
// what a version has no column for is left out later, and what is not said here is filled in by the facts.
import type { TableName } from '../../src/core/spec/catalog.generated';
import type { OneRosterVersion } from '../../src/core/spec/types';
import type { Random } from './random';
import { addGradebook, addResources } from './world-gradebook';

export type Row = Readonly<Record<string, string>>;

/** The rows of each table, with their meaningful fields. */
export class World {
  readonly version: OneRosterVersion;
  readonly random: Random;
  readonly rows = new Map<TableName, Row[]>();
  readonly #separator: string;

  constructor(version: OneRosterVersion, random: Random) {
    this.version = version;
    this.random = random;
    this.#separator = random.pick(['-', '_', '.', '/', '@']);
  }

  /** Adds a row under a new id, and returns the id. */
  add(table: TableName, row: Row): string {
    const rows = this.rows.get(table) ?? [];
    this.rows.set(table, rows);
    const sourcedId = `${table}${this.#separator}${String(rows.length + 1).padStart(3, '0')}`;
    rows.push({ sourcedId, ...row });
    return sourcedId;
  }

  all(table: TableName): readonly Row[] {
    return this.rows.get(table) ?? [];
  }
}

/** The day on which these rosters are checked; it lies in the first semester. */
export const today = '2026-10-15';

const schoolYear = { startDate: '2026-08-17', endDate: '2027-06-18' };
const fall = { startDate: '2026-08-17', endDate: '2027-01-16' };
const spring = { startDate: '2027-01-16', endDate: '2027-06-18' };

export function createWorld(version: OneRosterVersion, random: Random, size: number): World {
  const world = new World(version, random);
  const districtType = version === '1.0' ? 'local' : 'district';
  const district = world.add('orgs', {
    type: districtType,
    name: 'Nordlicht, Distrikt',
    parentSourcedId: '',
  });
  if (version === '1.2') world.add('orgs', { type: 'ext:campus', parentSourcedId: district });
  const sessions = addSessions(world);
  const courses = ['Español I', 'Algèbre', 'Chemie'].map((title) => {
    const year = random.pick([sessions.year, '']);
    const course = { title, schoolYearId: year, schoolYearSourcedId: year, orgSourcedId: district };
    return world.add('courses', { ...course, ...subjects(random) });
  });
  addPerson(world, { role: 'administrator', roleIn12: 'districtAdministrator', org: district });
  for (let index = 0; index < 2; index++) {
    const school = world.add('orgs', { type: 'school', parentSourcedId: district });
    addSchool(world, school, courses, random.shuffled(Object.values(sessions.terms)), size);
  }
  if (version !== '1.0') {
    addGradebook(world, sessions.quarter);
    addResources(world);
  }
  return world;
}

function addSessions(world: World) {
  const year = world.add('academicSessions', {
    ...{ type: 'schoolYear', ...schoolYear, parentSourcedId: '', schoolYear: '2027' },
  });
  const part = (type: string, dates: typeof fall, parent: string) =>
    world.add('academicSessions', { type, ...dates, parentSourcedId: parent, schoolYear: '2027' });
  const first = part('semester', fall, year);
  const second = part(world.version === '1.2' ? 'ext:trimester' : 'term', spring, year);
  const quarter = part('gradingPeriod', { ...fall, endDate: '2026-10-24' }, first);
  return { year, quarter, terms: { first, both: `${first},${second}`, year } };
}

function addSchool(
  world: World,
  school: string,
  courses: readonly string[],
  terms: readonly string[],
  size: number,
): void {
  const { random } = world;
  const teachers = [1, 2].map(() => addPerson(world, { role: 'teacher', org: school }));
  const students = Array.from({ length: size + 1 }, () => addStudent(world, school));
  for (const [index, course] of courses.entries()) {
    const term = terms[index % terms.length] ?? '';
    const held = world.add('classes', {
      ...{ courseSourcedId: course, schoolSourcedId: school, termSourcedId: term, termSourcedIds: term },
      ...subjects(random),
    });
    const ends =
      term.includes(',') || world.all('academicSessions')[0]?.['sourcedId'] === term ? schoolYear : fall;
    const dates = random.pick([
      { beginDate: '', endDate: '' },
      { beginDate: ends.startDate, endDate: ends.endDate },
      { beginDate: '2026-09-01', endDate: '' },
    ]);
    const enroll = (userSourcedId: string, role: string, primary: string) =>
      world.add('enrollments', {
        ...{ classSourcedId: held, schoolSourcedId: school, userSourcedId, role, primary, ...dates },
      });
    const [main = '', other = ''] = random.shuffled(teachers);
    enroll(main, 'teacher', 'true');
    enroll(
      other,
      world.version === '1.0' ? 'aide' : world.version === '1.1' ? 'proctor' : 'ext:coach',
      'false',
    );
    for (const student of students) enroll(student, 'student', random.pick(['false', '']));
  }
}

/** A student with a parent; each names the other. */
function addStudent(world: World, school: string): string {
  const next = (offset: number) => world.all('users').length + offset;
  const [student, parent] = [next(1), next(2)].map((n) => idOfUser(world, n));
  if (student === undefined || parent === undefined) return '';
  addPerson(world, { role: 'student', org: school, agents: parent });
  addPerson(world, { role: 'parent', org: school, agents: student });
  world.add('demographics', {
    ...{ sourcedId: student, userSourcedId: student },
    ...{ birthDate: '2013-02-28', birthdate: '2013-02-28' },
  });
  return student;
}

function idOfUser(world: World, number: number): string {
  const first = world.all('users')[0]?.['sourcedId'] ?? '';
  return first.replace('001', String(number).padStart(3, '0'));
}

interface Person {
  readonly role: string;
  readonly roleIn12?: string;
  readonly org: string;
  readonly agents?: string;
}

const givenNames = ['Zoë', 'José', 'Łucja', 'Nguyễn', '美咲', 'Anna "Ann"', 'Søren', 'Máire'];
const familyNames = ["O'Brien", 'Müller', 'Smith, Jr.', 'García López', '李', 'Đặng', 'Ó Súilleabháin'];

function addPerson(world: World, { role, roleIn12 = role, org, agents = '' }: Person): string {
  const number = world.all('users').length;
  const user = world.add('users', {
    role,
    ...{ orgSourcedIds: org, primaryOrgSourcedId: org, agents, agentSourcedIds: agents },
    ...{ enabledUser: world.random.pick(['true', 'true', 'false']) },
    ...{ username: `person${String(number)}`, email: `person${String(number)}@schools.example.org` },
    ...{ userMasterIdentifier: `m-${String(number).padStart(4, '0')}` },
    ...{ givenName: givenNames[number % givenNames.length] ?? '' },
    ...{ familyName: familyNames[Math.floor(number / givenNames.length) % familyNames.length] ?? '' },
  });
  if (world.version !== '1.2') return user;
  const profile = world.random.pick(['', world.add('userProfiles', { userSourcedId: user })]);
  world.add('roles', {
    ...{ userSourcedId: user, roleType: 'primary', role: roleIn12, orgSourcedId: org },
    ...{ userProfileSourcedId: profile, beginDate: '', endDate: '' },
  });
  return user;
}

/** Subjects and their codes, as many of the ones as of the others. */
function subjects(random: Random): Row {
  return random.pick([
    { subjects: '', subjectCodes: '' },
    { subjects: 'Sciences naturelles', subjectCodes: '03001' },
    { subjects: 'Mathematik,Physik', subjectCodes: '02052,03151' },
  ]);
}
