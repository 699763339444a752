// What the district has before there are people: its schools, its calendar and what is taught.

export const district = { id: 'DST-001', name: 'Larkspur Valley School District', identifier: '5599990' };

/** @typedef {{ id: string, short: string, name: string, identifier: string, grades: readonly string[], room: number }} School */

/** @type {readonly School[]} */
export const schools = [
  {
    id: 'SCH-100',
    short: 'ES',
    name: 'Juniper Street Elementary School',
    identifier: '559999000101',
    grades: ['KG', '01', '02', '03', '04', '05'],
    room: 101,
  },
  {
    id: 'SCH-200',
    short: 'MS',
    name: 'Otter Bend Middle School',
    identifier: '559999000202',
    grades: ['06', '07', '08'],
    room: 201,
  },
  {
    id: 'SCH-300',
    short: 'HS',
    name: 'Larkspur Valley High School',
    identifier: '559999000303',
    grades: ['09', '10', '11', '12'],
    room: 301,
  },
];

/** Ends are exclusive: autumn ends on the day on which spring begins. */
export const schoolYear = {
  id: 'SY2627',
  title: '2026-27 School Year',
  startDate: '2026-07-01',
  endDate: '2027-07-01',
};
export const autumn = {
  id: 'SY2627-S1',
  title: 'Fall Semester 2026',
  startDate: '2026-08-17',
  endDate: '2027-01-05',
};
export const spring = {
  id: 'SY2627-S2',
  title: 'Spring Semester 2027',
  startDate: '2027-01-05',
  endDate: '2027-06-05',
};

/** The year in which the school year ends. */
export const yearOfEnd = '2027';

/**
 * @typedef {object} Course
 * @property {string} id
 * @property {string} code
 * @property {string} title
 * @property {string} school short name of the school
 * @property {readonly string[]} grades
 * @property {boolean} byGrade whether each grade has its own classes
 * @property {'homeroom' | 'scheduled'} classType
 * @property {readonly (typeof autumn)[]} terms
 * @property {string} department who can teach it; a department may span schools
 * @property {string} subject
 * @property {string} subjectCode five digits, as in NCES's School Courses for the Exchange of Data
 * @property {0 | 1 | undefined} choice which half of the students takes it; all of them without one
 */

const elementary = ['KG', '01', '02', '03', '04', '05'];
const middle = ['06', '07', '08'];
const high = ['09', '10', '11', '12'];
const year = [autumn, spring];

// One line for each course reads as the table that it is.
// prettier-ignore
/** @type {readonly Course[]} */
export const courses = [
  ...elementary.map((grade, index) =>
    course('ES', `HOM${grade}`, index === 0 ? 'Kindergarten' : `Grade ${String(index)}`, [grade], {
      department: 'homeroom', subject: 'Elementary Curriculum', subjectCode: `7303${String(index)}`, classType: 'homeroom',
    })),
  course('ES', 'MUSIC', 'General Music', elementary, { department: 'music', subject: 'General Music', subjectCode: '55130', byGrade: true }),
  course('ES', 'PHYED', 'Physical Education', elementary, { department: 'sports', subject: 'Physical Education', subjectCode: '58030', byGrade: true }),
  ...middle.flatMap((grade, index) => [
    course('MS', `ELA${grade}`, `English Language Arts ${String(index + 6)}`, [grade],
      { department: 'middle english', subject: 'Language Arts', subjectCode: `5103${String(index + 6)}` }),
    course('MS', `MAT${grade}`, `Mathematics ${String(index + 6)}`, [grade],
      { department: 'middle mathematics', subject: 'Mathematics', subjectCode: `5203${String(index + 6)}` }),
    course('MS', `SCI${grade}`, `Science ${String(index + 6)}`, [grade],
      { department: 'middle science', subject: 'Science', subjectCode: `5323${String(index + 6)}` }),
    course('MS', `SOC${grade}`, `Social Studies ${String(index + 6)}`, [grade],
      { department: 'middle social studies', subject: 'Social Studies', subjectCode: `5443${String(index + 6)}` }),
  ]),
  course('MS', 'BAND', 'Band and Choir', middle, { department: 'music', subject: 'Concert Band', subjectCode: '55101', byGrade: true }),
  course('MS', 'PHYED', 'Physical Education', middle, { department: 'sports', subject: 'Physical Education', subjectCode: '58031', byGrade: true }),
  ...high.map((grade, index) =>
    course('HS', `ENGL${grade}`, `English ${String(index + 9)}`, [grade],
      { department: 'english', subject: 'English Language Arts', subjectCode: `0100${String(index + 1)}` })),
  course('HS', 'ALGI', 'Algebra I', ['09'], { department: 'mathematics', subject: 'Algebra I', subjectCode: '02052' }),
  course('HS', 'GEOM', 'Geometry', ['10'], { department: 'mathematics', subject: 'Geometry', subjectCode: '02072' }),
  course('HS', 'ALGII', 'Algebra II', ['11'], { department: 'mathematics', subject: 'Algebra II', subjectCode: '02056' }),
  course('HS', 'PRECA', 'Precalculus', ['12'], { department: 'mathematics', subject: 'Precalculus', subjectCode: '02110' }),
  course('HS', 'EARTH', 'Earth Science', ['09'], { department: 'science', subject: 'Earth Science', subjectCode: '03001' }),
  course('HS', 'BIOL', 'Biology', ['10'], { department: 'science', subject: 'Biology', subjectCode: '03051' }),
  course('HS', 'CHEM', 'Chemistry', ['11'], { department: 'science', subject: 'Chemistry', subjectCode: '03101' }),
  course('HS', 'PHYS', 'Physics', ['12'], { department: 'science', subject: 'Physics', subjectCode: '03151' }),
  course('HS', 'GEOG', 'World Geography', ['09'], { department: 'social studies', subject: 'World Geography', subjectCode: '04001' }),
  course('HS', 'WHIST', 'World History', ['10'], { department: 'social studies', subject: 'World History', subjectCode: '04051' }),
  course('HS', 'USHIS', 'U.S. History', ['11'], { department: 'social studies', subject: 'U.S. History', subjectCode: '04101' }),
  course('HS', 'GOVT', 'U.S. Government', ['12'], { department: 'social studies', subject: 'U.S. Government', subjectCode: '04151' }),
  course('HS', 'HEALT', 'Health', high, { department: 'wellness', subject: 'Health Education', subjectCode: '08051', terms: [autumn], choice: 0 }),
  course('HS', 'ART', 'Visual Arts', high, { department: 'arts', subject: 'Visual Arts', subjectCode: '05154', terms: [autumn], choice: 1 }),
  course('HS', 'FINAN', 'Personal Finance', high, { department: 'wellness', subject: 'Personal Finance', subjectCode: '19262', terms: [spring], choice: 0 }),
  course('HS', 'PROG', 'Computer Programming', high, { department: 'arts', subject: 'Computer Programming', subjectCode: '10152', terms: [spring], choice: 1 }),
];

/**
 * @param {string} school
 * @param {string} code
 * @param {string} title
 * @param {readonly string[]} grades
 * @param {Pick<Course, 'department' | 'subject' | 'subjectCode'> & Partial<Course>} rest
 * @returns {Course}
 */
function course(school, code, title, grades, rest) {
  const id = `CRS-${school}-${code}`;
  return {
    id,
    code,
    title,
    school,
    grades,
    byGrade: false,
    classType: 'scheduled',
    terms: year,
    choice: undefined,
    ...rest,
  };
}
