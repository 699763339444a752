import { baseName, readableNames } from './header-names';

/** A format that is not OneRoster, though its files may have the same names. */
export type ForeignFormat =
  | 'Microsoft School Data Sync V1'
  | 'Microsoft School Data Sync V2'
  | 'Microsoft School Data Sync V2.1'
  | 'Clever';

interface FormatSign {
  readonly format: ForeignFormat;
  /** The file in lower case. */
  readonly file: string;
  /** All of these columns have to be there, in lower case and without blanks and underscores. */
  readonly columns: readonly string[];
  /** And none of these. */
  readonly without?: readonly string[];
}

// V2.1 keeps roles, flags and relations in files of their own; V2 has fewer columns and none that a OneRoster file lacks,
// so it shows by the columns that are missing. Names of files and columns: learn.microsoft.com/schooldatasync (V1, V2, V2.1) and
// support.clever.com (SFTP instructions).
const v2 = 'Microsoft School Data Sync V2';
const v21 = 'Microsoft School Data Sync V2.1';
const v1 = 'Microsoft School Data Sync V1';
const signs: readonly FormatSign[] = [
  { format: v21, file: 'users.csv', columns: ['activedirectorymatchid'] },
  { format: v21, file: 'roles.csv', columns: ['usersourcedid', 'isprimary'] },
  { format: v21, file: 'roles.csv', columns: ['usersourcedid', 'sessionsourcedid'] },
  { format: v21, file: 'roles.csv', columns: ['usersourcedid', 'role'], without: ['sourcedid', 'roletype'] },
  { format: v21, file: 'classes.csv', columns: ['orgsourcedid', 'sessionsourcedids'] },
  {
    format: v21,
    file: 'classes.csv',
    columns: ['orgsourcedid', 'coursesourcedid'],
    without: ['schoolsourcedid'],
  },
  { format: v21, file: 'relationships.csv', columns: ['usersourcedid', 'relationshipusersourcedid'] },
  { format: v21, file: 'userflags.csv', columns: ['usersourcedid', 'flag'] },
  { format: v21, file: 'demographics.csv', columns: ['ethnicitycodes', 'racecodes'] },
  {
    format: v2,
    file: 'classes.csv',
    columns: ['sourcedid', 'orgsourcedid', 'title'],
    without: ['schoolsourcedid'],
  },
  {
    format: v2,
    file: 'enrollments.csv',
    columns: ['classsourcedid', 'usersourcedid', 'role'],
    without: ['sourcedid', 'schoolsourcedid'],
  },
  {
    format: v2,
    file: 'users.csv',
    columns: ['orgsourcedids', 'username', 'role', 'grade'],
    without: ['userid'],
  },
  { format: v1, file: 'school.csv', columns: ['sisid', 'name'] },
  { format: v1, file: 'section.csv', columns: ['sisid', 'schoolsisid'] },
  { format: v1, file: 'student.csv', columns: ['sisid', 'schoolsisid'] },
  { format: v1, file: 'teacher.csv', columns: ['sisid', 'schoolsisid'] },
  { format: v1, file: 'studentenrollment.csv', columns: ['sectionsisid', 'sisid'] },
  { format: v1, file: 'teacherroster.csv', columns: ['sectionsisid', 'sisid'] },
  { format: 'Clever', file: 'schools.csv', columns: ['schoolid', 'schoolname'] },
  { format: 'Clever', file: 'students.csv', columns: ['schoolid', 'studentid'] },
  { format: 'Clever', file: 'teachers.csv', columns: ['schoolid', 'teacherid'] },
  { format: 'Clever', file: 'staff.csv', columns: ['schoolid', 'staffid'] },
  { format: 'Clever', file: 'sections.csv', columns: ['schoolid', 'sectionid'] },
  { format: 'Clever', file: 'enrollments.csv', columns: ['schoolid', 'sectionid', 'studentid'] },
];

/**
 * Names the format of files that are not OneRoster's, from the headers by file name, or returns `undefined`. Microsoft's V2
 * and V2.1 use OneRoster's file names; what tells them apart is columns that OneRoster does not have, and that the
 * lifecycle columns, which OneRoster has in every file, are in none. A roster with a manifest is never foreign.
 */
export function detectForeignFormat(
  headers: ReadonlyMap<string, readonly string[]>,
): ForeignFormat | undefined {
  const files = [...headers].map(([file, header]) => ({
    name: baseName(file).toLowerCase(),
    columns: new Set(readableNames(header).map((name) => name.toLowerCase().replace(/[\s_]/g, ''))),
  }));
  if (files.some(({ name, columns }) => name === 'manifest.csv' || hasLifecycle(columns))) return undefined;
  return signs.find(({ file, columns, without = [] }) =>
    files.some(
      (each) =>
        each.name === file &&
        columns.every((column) => each.columns.has(column)) &&
        !without.some((column) => each.columns.has(column)),
    ),
  )?.format;
}

/** OneRoster has these columns in every data file, and none of the other formats has them in any. */
function hasLifecycle(columns: ReadonlySet<string>): boolean {
  return columns.has('datelastmodified') || (columns.has('sourcedid') && columns.has('status'));
}
