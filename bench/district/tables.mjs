// The records of a planned district, file by file, by column name. A column that is left out is blank.
import { createRandom } from '../../scripts/sample-district/random.mjs';
import { subjects } from './names.mjs';
import { users, userId } from './people.mjs';
import { districtId, sectionsOf, studentsIn } from './plan.mjs';

/**
 * @typedef {import('./plan.mjs').Plan} Plan
 * @typedef {import('./plan.mjs').School} School
 * @typedef {Readonly<Record<string, string>>} Row
 */

const terms = [
  { key: 'S1', title: 'Fall semester 2026', startDate: '2026-08-17', endDate: '2026-12-19' },
  { key: 'S2', title: 'Spring semester 2027', startDate: '2027-01-05', endDate: '2027-06-11' },
];
const year = { title: 'School year 2026-2027', startDate: '2026-08-17', endDate: '2027-06-11' };

/**
 * @param {Plan} plan
 * @param {number} seed
 * @returns {ReadonlyMap<string, Iterable<Row>>} by table
 */
export function districtTables(plan, seed) {
  return new Map([
    ['orgs', orgs(plan)],
    ['academicSessions', academicSessions(plan)],
    ['courses', courses(plan)],
    ['classes', classes(plan)],
    ['users', users(plan, createRandom(seed))],
    ['enrollments', enrollments(plan, createRandom(seed + 1))],
  ]);
}

/** @param {Plan} plan @returns {Generator<Row>} */
function* orgs({ schools }) {
  yield { sourcedId: districtId, name: 'Bench County Schools', type: 'district', identifier: '5599000' };
  for (const { id, number, name } of schools) {
    const identifier = `5599000${String(number).padStart(5, '0')}`;
    yield { sourcedId: id, name, type: 'school', identifier, parentSourcedId: districtId };
  }
}

/** Every school has a calendar of its own. @param {Plan} plan @returns {Generator<Row>} */
function* academicSessions({ schools }) {
  for (const school of schools) {
    const parentSourcedId = sessionId(school, 'SY');
    yield { ...year, sourcedId: parentSourcedId, type: 'schoolYear', schoolYear: '2027' };
    for (const { key, ...term } of terms) {
      const sourcedId = sessionId(school, key);
      yield { ...term, sourcedId, type: 'semester', parentSourcedId, schoolYear: '2027' };
    }
  }
}

/** @param {Plan} plan @returns {Generator<Row>} */
function* courses({ schools }) {
  for (const school of schools) {
    for (const subject of subjects) {
      for (const pool of subject.mixed ? [school.groups] : school.grades) {
        yield {
          sourcedId: courseId(school, subject, pool),
          schoolYearSourcedId: sessionId(school, 'SY'),
          title: subject.mixed ? subject.title : `${subject.title} ${pool.grades.join()}`,
          courseCode: courseCode(subject, pool),
          grades: pool.grades.join(),
          orgSourcedId: school.id,
          ...taught(subject),
        };
      }
    }
  }
}

/** @param {Plan} plan @returns {Generator<Row>} */
function* classes({ schools }) {
  let number = 0;
  for (const school of schools) {
    let room = 100;
    for (const { subject, period, pool, section } of sectionsOf(school)) {
      const code = `${courseCode(subject, pool)}-${String(section + 1).padStart(2, '0')}`;
      yield {
        sourcedId: classId(++number),
        title: `${subject.title}, section ${String(section + 1)}`,
        grades: pool.grades.join(),
        courseSourcedId: courseId(school, subject, pool),
        classCode: code,
        classType: 'scheduled',
        location: `Room ${String(++room)}`,
        schoolSourcedId: school.id,
        termSourcedIds: terms.map(({ key }) => sessionId(school, key)).join(),
        ...taught(subject),
        periods: String(period + 1),
      };
    }
  }
}

/**
 * By class, the teacher first. One student in twenty came later than on the first day.
 * @param {Plan} plan
 * @param {import('../../scripts/sample-district/random.mjs').Random} random
 * @returns {Generator<Row>}
 */
function* enrollments({ schools, students }, random) {
  const { startDate, endDate } = year;
  const arrivals = Array.from({ length: students }, () =>
    random.happens(0.05) ? later(startDate, random.integer(1, 90)) : startDate,
  );
  let number = 0;
  for (const school of schools) {
    for (const section of sectionsOf(school)) {
      const inClass = { classSourcedId: classId(++number), schoolSourcedId: school.id, endDate };
      const sourcedId = randomUuid(random);
      const userSourcedId = userId(students + section.teacher);
      yield { ...inClass, sourcedId, userSourcedId, role: 'teacher', primary: 'true', beginDate: startDate };
      for (const student of studentsIn(section)) {
        const sourcedId = randomUuid(random);
        const userSourcedId = userId(student);
        const beginDate = arrivals[student] ?? startDate;
        yield { ...inClass, sourcedId, userSourcedId, role: 'student', primary: 'false', beginDate };
      }
    }
  }
}

/** @param {import('./names.mjs').Subject} subject */
function taught({ title, subjectCode }) {
  // A comma would part a list.
  return { subjects: title.replace(',', ''), subjectCodes: subjectCode };
}

/** @param {School} school @param {string} key */
function sessionId({ number }, key) {
  return `2027-${String(number).padStart(3, '0')}-${key}`;
}

/** @param {import('./names.mjs').Subject} subject @param {import('./plan.mjs').Pool} pool */
function courseCode({ code, mixed }, { grades }) {
  return mixed ? code : `${code}${grades.join('')}`;
}

/** @param {School} school @param {import('./names.mjs').Subject} subject @param {import('./plan.mjs').Pool} pool */
function courseId({ number }, subject, pool) {
  return `crs-${String(number).padStart(3, '0')}-${courseCode(subject, pool)}`;
}

/** @param {number} number */
function classId(number) {
  return `cls-27-${String(number).padStart(6, '0')}`;
}

/** @param {string} date @param {number} days */
function later(date, days) {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}

/** @param {import('../../scripts/sample-district/random.mjs').Random} random */
function randomUuid({ next }) {
  const [first, second, third, fourth] = [hex(next()), hex(next()), hex(next()), hex(next())];
  return `${first}-${second.slice(0, 4)}-4${second.slice(5)}-a${third.slice(1, 4)}-${third.slice(4)}${fourth}`;
}

/** Eight hexadecimal digits. @param {number} fraction from 0 up to, but not, 1 */
function hex(fraction) {
  return Math.floor(fraction * 0x1_0000_0000)
    .toString(16)
    .padStart(8, '0');
}
