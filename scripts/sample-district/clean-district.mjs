import { createFamilies } from './families.mjs';
import { createNames } from './names.mjs';
import { demographicsTable, usersTable } from './people-tables.mjs';
import { createRandom } from './random.mjs';
import { createStaff } from './staff.mjs';
import {
  academicSessionsTable,
  classesTable,
  coursesTable,
  enrollmentsTable,
  manifestTable,
  orgsTable,
} from './tables.mjs';
import { createTimetable } from './timetable.mjs';

const seed = 20_260_817;
const studentsPerGrade = 14;

/**
 * The district without a defect. The same scale gives the same district, always and everywhere.
 * @param {number} scale how many times as many people, 1 for the sample
 * @returns {readonly import('./tables.mjs').SampleTable[]}
 */
export function cleanDistrict(scale = 1) {
  const random = createRandom(seed);
  const names = createNames(random);
  const staff = createStaff(names);
  const { students, guardians } = createFamilies(random, names, studentsPerGrade * scale);
  const classes = createTimetable(students, staff);
  return [
    manifestTable(),
    academicSessionsTable(),
    orgsTable(),
    coursesTable(),
    classesTable(classes),
    usersTable(staff.employees, students, guardians),
    demographicsTable(students),
    enrollmentsTable(classes),
  ];
}
