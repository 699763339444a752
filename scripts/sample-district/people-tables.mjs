// users.csv and demographics.csv.
import { createUsernames } from './names.mjs';

/**
 * @typedef {import('./tables.mjs').SampleTable} SampleTable
 * @typedef {import('./tables.mjs').Row} Row
 * @typedef {import('./families.mjs').Student} Student
 */

const raceColumns = [
  'americanIndianOrAlaskaNative',
  'asian',
  'blackOrAfricanAmerican',
  'nativeHawaiianOrOtherPacificIslander',
  'white',
  'demographicRaceTwoOrMoreRaces',
];
const schoolDomain = 'larkspurvalley.example';

/**
 * @param {readonly import('./staff.mjs').Employee[]} employees
 * @param {readonly Student[]} students
 * @param {readonly import('./families.mjs').Guardian[]} guardians
 * @returns {SampleTable}
 */
export function usersTable(employees, students, guardians) {
  const usernameOf = createUsernames();
  return {
    file: 'users.csv',
    columns: [
      'sourcedId',
      'status',
      'dateLastModified',
      'enabledUser',
      'orgSourcedIds',
      'role',
      'username',
      'userIds',
      'givenName',
      'familyName',
      'middleName',
      'identifier',
      'email',
      'sms',
      'phone',
      'agentSourcedIds',
      'grades',
      'password',
    ],
    rows: [
      ...employees.map((person) => employeeRow(person, usernameOf(person))),
      ...students.map((person) => studentRow(person, usernameOf(person))),
      ...guardians.map((person) => guardianRow(person, usernameOf(person))),
    ],
  };
}

/**
 * @param {import('./staff.mjs').Employee} person
 * @param {string} username
 * @returns {Row}
 */
function employeeRow(person, username) {
  const number = person.id.slice(1);
  return {
    ...nameFields(person),
    orgSourcedIds: person.schools.join(','),
    role: person.role,
    username,
    userIds: `{SIS:${number}},{LDAP:${username}}`,
    identifier: number,
    email: `${username}@${schoolDomain}`,
    phone: `608-555-01${number.slice(-2)}`,
  };
}

/**
 * @param {Student} person
 * @param {string} username
 * @returns {Row}
 */
function studentRow(person, username) {
  const number = person.id.slice(1);
  return {
    ...nameFields(person),
    orgSourcedIds: person.school,
    role: 'student',
    username,
    userIds: `{SIS:${number}}`,
    identifier: number,
    email: `${username}@students.${schoolDomain}`,
    agentSourcedIds: person.agents.join(','),
    grades: person.grade,
  };
}

/**
 * @param {import('./families.mjs').Guardian} person
 * @param {string} username
 * @returns {Row}
 */
function guardianRow(person, username) {
  return {
    ...nameFields(person),
    orgSourcedIds: person.schools.join(','),
    role: person.role,
    username,
    email: `${username}@mail.example`,
    sms: person.phone,
    phone: person.phone,
    agentSourcedIds: person.agents.join(','),
  };
}

/** @param {import('./names.mjs').Name & { id: string }} person */
function nameFields({ id, givenName, familyName, middleName }) {
  return { sourcedId: id, enabledUser: 'true', givenName, familyName, middleName };
}

/**
 * @param {readonly Student[]} students
 * @returns {SampleTable}
 */
export function demographicsTable(students) {
  return {
    file: 'demographics.csv',
    columns: [
      'sourcedId',
      'status',
      'dateLastModified',
      'birthDate',
      'sex',
      ...raceColumns,
      'hispanicOrLatinoEthnicity',
      'countryOfBirthCode',
      'stateOfBirthAbbreviation',
      'cityOfBirth',
      'publicSchoolResidenceStatus',
    ],
    rows: students.map(({ id, birthDate, sex, race, hispanic, birthPlace }) => ({
      sourcedId: id,
      birthDate,
      sex,
      ...Object.fromEntries(raceColumns.map((column) => [column, String(column === race)])),
      hispanicOrLatinoEthnicity: String(hispanic),
      countryOfBirthCode: birthPlace.country,
      stateOfBirthAbbreviation: birthPlace.state,
      cityOfBirth: birthPlace.city,
      publicSchoolResidenceStatus: '01652',
    })),
  };
}
