// How a district of a given size is laid out: schools, grades, and the groups of students that classes are mixed from.
//
// A group is 24 students of one grade. In every period its members go to classes of 24, so a group stands for as many classes
// as there are periods, and each class has 24 students and a teacher: 200 enrollments to a group.
import { places, subjects } from './names.mjs';

export const studentsPerGroup = 24;
export const enrollmentsPerGroup = subjects.length * (studentsPerGroup + 1);
const peoplePerGroup = 30;
const studentsPerSchool = 1000;
const classesPerTeacher = 5;
const administratorsPerSchool = 2;
export const districtId = 'dst-001';

/**
 * @typedef {{ first: number, count: number, grades: readonly string[] }} Pool groups that lie side by side, and their grades
 * @typedef {{ id: string, number: number, name: string, groups: Pool, grades: readonly Pool[], firstStaff: number, teachers: number,
 *   administrators: number }} School `grades` are the pools of one grade each
 * @typedef {{ schools: readonly School[], students: number, staff: number, families: number, classes: number,
 *   enrollments: number }} Plan
 */

const kinds = [
  { title: 'Elementary School', share: 4, grades: ['KG', '01', '02', '03', '04', '05'] },
  { title: 'Elementary School', share: 4, grades: ['KG', '01', '02', '03', '04', '05'] },
  { title: 'Elementary School', share: 4, grades: ['KG', '01', '02', '03', '04', '05'] },
  { title: 'Middle School', share: 5, grades: ['06', '07', '08'] },
  { title: 'High School', share: 8, grades: ['09', '10', '11', '12'] },
];

/**
 * @param {number} enrollments rounded to what whole groups have
 * @returns {Plan}
 */
export function planDistrict(enrollments) {
  const groups = Math.max(1, Math.round(enrollments / enrollmentsPerGroup));
  const students = groups * studentsPerGroup;
  const schools = planSchools(groups, Math.max(1, Math.round(students / studentsPerSchool)));
  const staff = schools.reduce((sum, school) => sum + school.teachers + school.administrators, 0);
  return {
    schools,
    students,
    staff,
    families: Math.max(0, Math.floor((groups * peoplePerGroup - students - staff) / 2)),
    classes: groups * subjects.length,
    enrollments: groups * enrollmentsPerGroup,
  };
}

/**
 * @param {number} groups
 * @param {number} count
 * @returns {School[]}
 */
function planSchools(groups, count) {
  const shares = Array.from({ length: count }, (_, index) => kindOf(index).share);
  const sum = shares.reduce((total, share) => total + share, 0);
  /** @type {School[]} */
  const schools = [];
  let before = 0;
  let firstStaff = 0;
  for (const [index, share] of shares.entries()) {
    const first = Math.round((groups * before) / sum);
    before += share;
    const school = planSchool(index, { first, end: Math.round((groups * before) / sum), firstStaff });
    firstStaff += school.teachers + school.administrators;
    schools.push(school);
  }
  return schools;
}

/**
 * @param {number} index
 * @param {{ first: number, end: number, firstStaff: number }} place its groups, and the number of its first teacher
 * @returns {School}
 */
function planSchool(index, { first, end, firstStaff }) {
  const { title, grades } = kindOf(index);
  const count = end - first;
  const edge = (/** @type {number} */ grade) => first + Math.round((count * grade) / grades.length);
  const pools = grades
    .map((grade, at) => ({ first: edge(at), count: edge(at + 1) - edge(at), grades: [grade] }))
    .filter((pool) => pool.count > 0);
  const second = index * 7 + 3 + Math.floor(index / places.length);
  const name = `${places[index % places.length] ?? ''} ${places[second % places.length] ?? ''}`;
  return {
    id: `sch-${String(index + 1).padStart(3, '0')}`,
    number: index + 1,
    name: `${name} ${title}`,
    groups: { first, count, grades: pools.flatMap((pool) => pool.grades) },
    grades: pools,
    firstStaff,
    teachers: Math.ceil((count * subjects.length) / classesPerTeacher),
    administrators: administratorsPerSchool,
  };
}

/** @param {number} index */
function kindOf(index) {
  return /** @type {typeof kinds[number]} */ (kinds[index % kinds.length]);
}

/**
 * The classes of a school: every subject once for every group, mixed anew in each period.
 * @typedef {{ subject: import('./names.mjs').Subject, period: number, pool: Pool, section: number, teacher: number }} Section
 * @param {School} school
 * @returns {Generator<Section>}
 */
export function* sectionsOf(school) {
  let index = 0;
  for (const [period, subject] of subjects.entries()) {
    for (const pool of subject.mixed ? [school.groups] : school.grades) {
      for (let section = 0; section < pool.count; section++) {
        const teacher = school.firstStaff + Math.floor(index++ / classesPerTeacher);
        yield { subject, period, pool, section, teacher };
      }
    }
  }
}

/**
 * The student on each seat of a class. The seat decides how far a student is moved on from one period to the next, so every student
 * is in exactly one class of a period.
 * @param {Section} section
 * @returns {number[]} numbers of students
 */
export function studentsIn({ pool, section, period }) {
  return Array.from({ length: studentsPerGroup }, (_, seat) => {
    const group = (section + seat * (pool.count - (period % pool.count))) % pool.count;
    return (pool.first + group) * studentsPerGroup + seat;
  });
}
