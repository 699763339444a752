// The people who work in the district. Teachers come into being as classes ask for them.
import { district, schools } from './schools.mjs';

/**
 * @typedef {import('./names.mjs').Name & { id: string, role: string, schools: string[], classes: number }} Employee
 */

/** How many classes a teacher takes on; in a homeroom it is the one. */
const mostClasses = 9;

/**
 * @param {ReturnType<typeof import('./names.mjs').createNames>} names
 */
export function createStaff(names) {
  /** @type {Employee[]} */
  const employees = [];
  /** @type {Map<string, Employee>} */
  const current = new Map();

  /**
   * @param {string} role
   * @param {string} org
   */
  function hire(role, org) {
    const id = `T${String(200_001 + employees.length)}`;
    const employee = { ...names.person(names.familyName()), id, role, schools: [org], classes: 0 };
    employees.push(employee);
    return employee;
  }

  hire('administrator', district.id);
  for (const school of schools) hire('administrator', school.id);
  hire('aide', 'SCH-100');
  hire('aide', 'SCH-200');

  return {
    employees,
    /**
     * The teacher for one more class of a department.
     * @param {string} department
     * @param {string} school
     * @returns {Employee}
     */
    teacherFor(department, school) {
      const known = current.get(department);
      const free = known !== undefined && known.classes < (department === 'homeroom' ? 1 : mostClasses);
      const teacher = free ? known : hire('teacher', school);
      if (!teacher.schools.includes(school)) teacher.schools.push(school);
      teacher.classes++;
      current.set(department, teacher);
      return teacher;
    },
    /**
     * A second teacher in somebody else's class.
     * @param {string} school
     * @returns {Employee}
     */
    coTeacher: (school) => hire('teacher', school),
  };
}
