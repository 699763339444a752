// The mistakes that are planted in the sample, one for each of fourteen rules: the ones that spreadsheets, exports and tired
// hands really make. Each has one obvious correction, and none hides another or spreads over the roster.

/**
 * @typedef {import('./tables.mjs').Row} Row
 * @typedef {object} FieldDefect a field holds another value than it should
 * @property {'field'} kind
 * @property {string} rule
 * @property {string} file
 * @property {(row: Row) => boolean} in where it may stand
 * @property {number} [skip] how many such records to leave alone first
 * @property {number} [places] in how many records, one where it is left out
 * @property {string} field
 * @property {(right: string) => string} spoil
 * @property {string} why
 */

/**
 * @typedef {object} RecordDefect a record as a whole is not what it should be
 * @property {'record'} kind
 * @property {string} rule
 * @property {string} file
 * @property {(row: Row) => boolean} in where it may stand
 * @property {number} [skip] how many such records to leave alone first
 * @property {(line: string) => readonly string[]} spoil the lines that stand in its place: one, or itself and one too many
 * @property {string} why
 */

/** @param {string} role */
const isRole = (role) => (/** @type {Row} */ row) => row['role'] === role;

/** @type {readonly (FieldDefect | RecordDefect)[]} */
export const defects = [
  {
    kind: 'field',
    rule: 'manifest-invalid-value',
    file: 'manifest.csv',
    field: 'value',
    in: (row) => row['propertyName'] === 'manifest.version',
    spoil: () => '1',
    why: 'A spreadsheet took 1.0 for a number and saved it as 1. The value has to be exactly 1.0.',
  },
  {
    kind: 'field',
    rule: 'spreadsheet-date',
    file: 'academicSessions.csv',
    field: 'startDate',
    in: (row) => row['sourcedId'] === 'SY2627-S1',
    spoil: () => '8/17/2026',
    why: 'A spreadsheet rewrote the date the American way. Dates are year-month-day; a month 17 does not exist, so this is August 17.',
  },
  {
    kind: 'field',
    rule: 'surrounding-whitespace',
    file: 'courses.csv',
    field: 'title',
    in: (row) => row['title'] === 'Algebra II',
    spoil: (right) => `${right} `,
    why: 'Somebody typed a blank behind the title. Nobody sees it, and no search for the title finds it.',
  },
  {
    kind: 'field',
    rule: 'lifecycle-in-bulk',
    file: 'classes.csv',
    field: 'status',
    in: (row) => row['sourcedId'] === 'MS-SCI07-01',
    spoil: () => 'active',
    why: 'The manifest says that classes.csv is bulk, and in bulk files status stays blank: being in the file is being active.',
  },
  {
    kind: 'field',
    rule: 'invalid-value',
    file: 'users.csv',
    field: 'role',
    skip: 9,
    in: isRole('teacher'),
    spoil: () => 'techer',
    why: 'A letter was lost in "teacher".',
  },
  {
    kind: 'field',
    rule: 'value-case',
    file: 'users.csv',
    field: 'enabledUser',
    skip: 22,
    in: isRole('student'),
    spoil: () => 'TRUE',
    why: 'A spreadsheet wrote the truth in capitals. OneRoster wants true, in lower case.',
  },
  {
    kind: 'field',
    rule: 'invalid-user-id',
    file: 'users.csv',
    field: 'userIds',
    skip: 61,
    in: isRole('student'),
    spoil: (right) => right.replace(/[{}]/g, ''),
    why: 'The braces are missing; each user id is written {type:id}.',
  },
  {
    kind: 'field',
    rule: 'required-value',
    file: 'users.csv',
    field: 'familyName',
    skip: 108,
    in: isRole('student'),
    spoil: () => '',
    why: 'The family name was left blank. The username and the e-mail address still tell what it is.',
  },
  {
    kind: 'field',
    rule: 'reference-case',
    file: 'users.csv',
    field: 'orgSourcedIds',
    skip: 4,
    in: (row) => row['role'] === 'parent' && row['orgSourcedIds'] === 'SCH-300',
    spoil: (right) => right.toLowerCase(),
    why: 'orgs.csv calls the high school SCH-300, in capitals, and ids are compared letter by letter.',
  },
  {
    kind: 'record',
    rule: 'field-count',
    file: 'demographics.csv',
    skip: 9,
    in: (row) => row['cityOfBirth'] === 'Milwaukee',
    spoil: (line) => [line.replace('WI,Milwaukee', 'WI,Milwaukee,')],
    why: 'There is one comma too many behind the city, so the last field has no column.',
  },
  {
    kind: 'record',
    rule: 'duplicate-sourced-id',
    file: 'demographics.csv',
    skip: 133,
    in: () => true,
    spoil: (line) => [line, line],
    why: 'The same student was exported twice, letter for letter. One record is enough.',
  },
  {
    kind: 'field',
    rule: 'dangling-reference',
    file: 'enrollments.csv',
    field: 'classSourcedId',
    skip: 3,
    places: 3,
    in: (row) => row['classSourcedId'] === 'HS-GEOM-01' && row['role'] === 'student',
    spoil: () => 'HS-GEOM-O1',
    why: 'There is no class HS-GEOM-O1: somebody typed the letter O for the digit 0.',
  },
  {
    kind: 'field',
    rule: 'invalid-guid',
    file: 'enrollments.csv',
    field: 'sourcedId',
    skip: 5,
    in: (row) => row['classSourcedId'] === 'HS-CHEM-01' && row['role'] === 'student',
    spoil: (right) => `${right.slice(0, 4)} ${right.slice(4)}`,
    why: 'A blank slipped into the id. Ids have no blanks, and those above and below show how this one goes.',
  },
  {
    kind: 'field',
    rule: 'date-order',
    file: 'enrollments.csv',
    field: 'endDate',
    in: (row) => row['classSourcedId'] === 'HS-ART-01' && row['endDate'] === '2026-12-09',
    spoil: () => '2026-09-12',
    why: 'The student cannot leave Visual Arts before arriving. Day and month are swapped: the same student joins Health on 2026-12-09.',
  },
];
