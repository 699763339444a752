// The people of a district: students, staff, and families of two guardians and two children.
import { familyNames, givenNames } from './names.mjs';
import { studentsPerGroup } from './plan.mjs';

/**
 * @typedef {import('./plan.mjs').Plan} Plan
 * @typedef {import('./tables.mjs').Row} Row
 * @typedef {import('../../scripts/sample-district/random.mjs').Random} Random
 */

const firstNumber = 100_001;

/** @param {number} person people are counted on: students, staff, guardians */
export function userId(person) {
  return `u-${String(firstNumber + person)}`;
}

/** @param {Plan} plan @param {Random} random @returns {Generator<Row>} */
export function* users(plan, random) {
  for (const school of plan.schools) {
    for (let index = 0; index < school.teachers + school.administrators; index++) {
      const number = plan.students + school.firstStaff + index;
      yield staffRow(number, school.id, index < school.teachers ? 'teacher' : 'administrator', random);
    }
    for (const { first, count, grades } of school.grades) {
      for (let number = first * studentsPerGroup; number < (first + count) * studentsPerGroup; number++) {
        yield studentRow(plan, number, { school: school.id, grade: grades.join() }, random);
      }
    }
  }
  const schoolOf = schoolReader(plan);
  for (let family = 0; family < plan.families; family++) {
    for (const role of ['parent', 'guardian']) yield guardianRow(plan, family, role, schoolOf, random);
  }
}

/** @param {number} number @param {string} school @param {string} role @param {Random} random @returns {Row} */
function staffRow(number, school, role, random) {
  const name = personName(random.pick(familyNames), random);
  const login = loginOf(name, number);
  return {
    ...commonFields(number, name, role, login),
    orgSourcedIds: school,
    userIds: `{SIS:${String(firstNumber + number)}},{LDAP:${login}}`,
    identifier: String(firstNumber + number),
    email: `${login}@bench.example`,
    phone: `608-555-${String(number % 10_000).padStart(4, '0')}`,
  };
}

/** @param {Plan} plan @param {number} number @param {{ school: string, grade: string }} at @param {Random} random @returns {Row} */
function studentRow(plan, number, { school, grade }, random) {
  const family = familyOf(plan, number);
  const name = personName(family === undefined ? random.pick(familyNames) : familyName(family), random);
  const login = loginOf(name, number);
  return {
    ...commonFields(number, name, 'student', login),
    orgSourcedIds: school,
    userIds: `{SIS:${String(firstNumber + number)}}`,
    identifier: String(firstNumber + number),
    email: `${login}@students.bench.example`,
    agentSourcedIds: family === undefined ? '' : guardiansOf(plan, family).map(userId).join(),
    grades: grade,
  };
}

/**
 * @param {Plan} plan
 * @param {number} family
 * @param {string} role
 * @param {(student: number) => string} schoolOf
 * @param {Random} random
 * @returns {Row}
 */
function guardianRow(plan, family, role, schoolOf, random) {
  const number = guardiansOf(plan, family)[role === 'parent' ? 0 : 1];
  const children = childrenOf(plan, family);
  const name = personName(familyName(family), random);
  const login = loginOf(name, number);
  return {
    ...commonFields(number, name, role, login),
    orgSourcedIds: [...new Set(children.map(schoolOf))].join(),
    email: `${login}@mail.example`,
    sms: `608-555-${String(number % 10_000).padStart(4, '0')}`,
    agentSourcedIds: children.map(userId).join(),
  };
}

/** @typedef {{ givenName: string, familyName: string, middleName: string }} Name */

/** @param {string} familyName @param {Random} random @returns {Name} */
function personName(familyName, random) {
  const middleName = random.happens(0.3) ? random.pick(givenNames) : '';
  return { givenName: random.pick(givenNames), familyName, middleName };
}

/** @param {Name} name @param {number} number */
function loginOf({ givenName, familyName }, number) {
  return `${givenName}.${familyName}${String(firstNumber + number)}`.toLowerCase();
}

/** @param {number} number @param {Name} name @param {string} role @param {string} username */
function commonFields(number, name, role, username) {
  return { sourcedId: userId(number), enabledUser: 'true', role, username, ...name };
}

/** The children of a family are two of a run of students that no other family has. @param {Plan} plan */
function runLength({ students, families }) {
  return Math.floor(students / Math.max(families, 1));
}

/** @param {Plan} plan @param {number} family @returns {[number, number]} */
function childrenOf(plan, family) {
  const run = runLength(plan);
  return [family * run, family * run + 1 + (family % (run - 1))];
}

/** @param {Plan} plan @param {number} student */
function familyOf(plan, student) {
  const family = Math.floor(student / runLength(plan));
  return family < plan.families && childrenOf(plan, family).includes(student) ? family : undefined;
}

/** @param {Plan} plan @param {number} family @returns {[number, number]} */
function guardiansOf({ students, staff }, family) {
  const first = students + staff + family * 2;
  return [first, first + 1];
}

/** @param {number} family */
function familyName(family) {
  return familyNames[(family * 31) % familyNames.length] ?? '';
}

/** @param {Plan} plan @returns {(student: number) => string} the id of a student's school */
function schoolReader({ schools }) {
  const byGroup = schools.flatMap(({ id, groups }) => Array.from({ length: groups.count }, () => id));
  return (student) => byGroup[Math.floor(student / studentsPerGroup)] ?? '';
}
