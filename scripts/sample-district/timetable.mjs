// Classes, and who is in them.
import { autumn, courses, schools } from './schools.mjs';

/**
 * @typedef {import('./families.mjs').Student} Student
 * @typedef {import('./schools.mjs').Course} Course
 * @typedef {{ id: string, code: string, title: string, grades: readonly string[], course: Course, room: string,
 *   periods: readonly string[], school: import('./schools.mjs').School, enrollments: Enrollment[] }} Class
 * @typedef {{ user: string, role: 'student' | 'teacher', primary: boolean, beginDate: string, endDate: string }} Enrollment
 */

const seats = 28;
/** The day on which the one student arrives who was not there on the first, and the day on which she changes classes. */
const arrival = '2026-09-14';
const change = '2026-12-09';

/**
 * @param {readonly Student[]} students
 * @param {ReturnType<typeof import('./staff.mjs').createStaff>} staff
 * @returns {readonly Class[]}
 */
export function createTimetable(students, staff) {
  const newcomer = students.filter(({ grade }) => grade === '09')[1];
  if (newcomer !== undefined) newcomer.entryDate = arrival;
  const classes = courses.flatMap((course) => classesOf(course, students));
  const rooms = new Map(schools.map((school) => [school.id, school.room]));
  for (const each of classes) {
    const room = rooms.get(each.school.id) ?? each.school.room;
    rooms.set(each.school.id, room + 1);
    each.room = `Room ${String(room)}`;
    each.enrollments.unshift(...teachersOf(each, staff));
  }
  if (newcomer !== undefined) changeClasses(classes, newcomer);
  return classes;
}

/**
 * @param {Course} course
 * @param {readonly Student[]} students
 * @returns {Class[]}
 */
function classesOf(course, students) {
  const takers = students.filter(
    (student, index) =>
      course.grades.includes(student.grade) && (course.choice === undefined || index % 2 === course.choice),
  );
  const groups = course.byGrade ? course.grades.map((grade) => [grade]) : [course.grades];
  return groups.flatMap((grades) => {
    const inGrades = takers.filter(({ grade }) => grades.includes(grade));
    const suffix = course.byGrade ? `-${grades.join('')}` : '';
    return sections(inGrades).map((members, index) =>
      createClass(course, grades, suffix, index + 1, members),
    );
  });
}

/**
 * @param {readonly Student[]} members
 * @returns {(readonly Student[])[]}
 */
function sections(members) {
  const count = Math.ceil(members.length / seats);
  return Array.from({ length: count }, (_, section) =>
    members.filter((__, index) => index % count === section),
  );
}

/**
 * @param {Course} course
 * @param {readonly string[]} grades
 * @param {string} suffix
 * @param {number} section
 * @param {readonly Student[]} members
 * @returns {Class}
 */
function createClass(course, grades, suffix, section, members) {
  const school = schools.find(({ short }) => short === course.school);
  if (school === undefined) throw new Error(`there is no school ${course.school}`);
  const number = String(section).padStart(2, '0');
  const forGrade = course.byGrade ? `, Grade ${(grades[0] ?? '').replace(/^0/, '')}` : '';
  return {
    id: `${school.short}-${course.code}${suffix}-${number}`,
    code: `${course.code}${suffix}-${number}`,
    title: `${course.title}${forGrade} (Section ${String(section)})`.replace('Grade KG', 'Kindergarten'),
    grades,
    course,
    room: '',
    periods:
      course.classType === 'homeroom' ? ['1', '2', '3', '4', '5'] : [String((course.title.length % 7) + 1)],
    school,
    enrollments: members.map((student) => ({
      user: student.id,
      role: 'student',
      primary: false,
      beginDate: later(student.entryDate, firstDay(course)),
      endDate: lastDay(course),
    })),
  };
}

/**
 * @param {Class} each
 * @param {ReturnType<typeof import('./staff.mjs').createStaff>} staff
 * @returns {Enrollment[]}
 */
function teachersOf({ id, course, school }, staff) {
  const teachers = [staff.teacherFor(course.department, school.id)];
  if (id === 'ES-HOM03-01' || id === 'HS-ALGI-01') teachers.push(staff.coTeacher(school.id));
  return teachers.map((teacher, index) => ({
    user: teacher.id,
    role: 'teacher',
    primary: index === 0,
    beginDate: firstDay(course),
    endDate: lastDay(course),
  }));
}

/**
 * Moves a student from Visual Arts to Health within the autumn, as happens.
 * @param {readonly Class[]} classes
 * @param {Student} student
 */
function changeClasses(classes, student) {
  const left = classes
    .filter(({ course }) => course.code === 'ART')
    .flatMap(({ enrollments }) => enrollments)
    .find(({ user }) => user === student.id);
  const joined = classes.find(({ course }) => course.code === 'HEALT');
  if (left === undefined || joined === undefined) throw new Error('the newcomer has to begin in Visual Arts');
  left.endDate = change;
  joined.enrollments.push({ ...left, beginDate: change, endDate: autumn.endDate });
}

/** @param {Course} course */
function firstDay(course) {
  return course.terms[0]?.startDate ?? '';
}

/** @param {Course} course */
function lastDay(course) {
  return course.terms.at(-1)?.endDate ?? '';
}

/**
 * @param {string | undefined} entryDate
 * @param {string} date
 */
function later(entryDate, date) {
  return entryDate !== undefined && entryDate > date ? entryDate : date;
}
