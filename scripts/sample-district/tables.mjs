// The district as OneRoster 1.1 tables: every column of the specification, in its order, status and date blank as bulk demands.
import { autumn, courses, district, schools, schoolYear, spring, yearOfEnd } from './schools.mjs';

/**
 * @typedef {Readonly<Record<string, string>>} Row one record by column name; a column that is left out is blank
 * @typedef {{ file: string, columns: readonly string[], rows: readonly Row[] }} SampleTable
 */

const lifecycle = ['sourcedId', 'status', 'dateLastModified'];

/** @returns {SampleTable} */
export function manifestTable() {
  const bulk = new Set([
    'academicSessions',
    'classes',
    'courses',
    'demographics',
    'enrollments',
    'orgs',
    'users',
  ]);
  const files = [
    'academicSessions',
    'categories',
    'classes',
    'classResources',
    'courses',
    'courseResources',
    'demographics',
    'enrollments',
    'lineItems',
    'orgs',
    'resources',
    'results',
    'users',
  ];
  const rows = [
    ['manifest.version', '1.0'],
    ['oneroster.version', '1.1'],
    ...files.map((file) => [`file.${file}`, bulk.has(file) ? 'bulk' : 'absent']),
    ['source.systemName', 'Larkspur Valley SIS'],
    ['source.systemCode', 'larkspur-sis'],
  ];
  return {
    file: 'manifest.csv',
    columns: ['propertyName', 'value'],
    rows: rows.map(([propertyName = '', value = '']) => ({ propertyName, value })),
  };
}

/** @returns {SampleTable} */
export function orgsTable() {
  return {
    file: 'orgs.csv',
    columns: [...lifecycle, 'name', 'type', 'identifier', 'parentSourcedId'],
    rows: [
      { sourcedId: district.id, name: district.name, type: 'district', identifier: district.identifier },
      ...schools.map(({ id, name, identifier }) => ({
        sourcedId: id,
        name,
        type: 'school',
        identifier,
        parentSourcedId: district.id,
      })),
    ],
  };
}

/** @returns {SampleTable} */
export function academicSessionsTable() {
  const sessions = [
    { ...schoolYear, type: 'schoolYear', parentSourcedId: '' },
    { ...autumn, type: 'semester', parentSourcedId: schoolYear.id },
    { ...spring, type: 'semester', parentSourcedId: schoolYear.id },
  ];
  return {
    file: 'academicSessions.csv',
    columns: [...lifecycle, 'title', 'type', 'startDate', 'endDate', 'parentSourcedId', 'schoolYear'],
    rows: sessions.map(({ id, ...session }) => ({ ...session, sourcedId: id, schoolYear: yearOfEnd })),
  };
}

/** @returns {SampleTable} */
export function coursesTable() {
  return {
    file: 'courses.csv',
    columns: [
      ...lifecycle,
      'schoolYearSourcedId',
      'title',
      'courseCode',
      'grades',
      'orgSourcedId',
      'subjects',
      'subjectCodes',
    ],
    rows: courses.map((course) => ({
      sourcedId: course.id,
      schoolYearSourcedId: schoolYear.id,
      title: course.title,
      courseCode: course.code,
      grades: course.grades.join(','),
      orgSourcedId: schools.find(({ short }) => short === course.school)?.id ?? '',
      subjects: course.subject,
      subjectCodes: course.subjectCode,
    })),
  };
}

/**
 * @param {readonly import('./timetable.mjs').Class[]} classes
 * @returns {SampleTable}
 */
export function classesTable(classes) {
  return {
    file: 'classes.csv',
    columns: [
      ...lifecycle,
      'title',
      'grades',
      'courseSourcedId',
      'classCode',
      'classType',
      'location',
      'schoolSourcedId',
      'termSourcedIds',
      'subjects',
      'subjectCodes',
      'periods',
    ],
    rows: classes.map(({ id, code, title, grades, course, room, school, periods }) => ({
      sourcedId: id,
      title,
      grades: grades.join(','),
      courseSourcedId: course.id,
      classCode: code,
      classType: course.classType,
      location: room,
      schoolSourcedId: school.id,
      termSourcedIds: course.terms.map((term) => term.id).join(','),
      subjects: course.subject,
      subjectCodes: course.subjectCode,
      periods: periods.join(','),
    })),
  };
}

/**
 * @param {readonly import('./timetable.mjs').Class[]} classes
 * @returns {SampleTable}
 */
export function enrollmentsTable(classes) {
  const rows = classes.flatMap(({ id, school, enrollments }) =>
    enrollments.map(({ user, role, primary, beginDate, endDate }) => ({
      classSourcedId: id,
      schoolSourcedId: school.id,
      userSourcedId: user,
      role,
      primary: String(primary),
      beginDate,
      endDate,
    })),
  );
  return {
    file: 'enrollments.csv',
    columns: [
      ...lifecycle,
      'classSourcedId',
      'schoolSourcedId',
      'userSourcedId',
      'role',
      'primary',
      'beginDate',
      'endDate',
    ],
    rows: rows.map((row, index) => ({ ...row, sourcedId: `E${String(500_001 + index)}` })),
  };
}
