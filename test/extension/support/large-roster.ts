// A district of any size, without a mistake in it unless some are asked for. The same size gives the same bytes.
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export interface LargeRosterOptions {
  /** Records of enrollments.csv; a million go with 150,000 people and 40,000 classes. */
  readonly enrollments: number;
  /** Characters of a note in each enrollment, to make the file larger. */
  readonly note?: number;
  /** Fields of enrollments.csv that are to be other than right, by the record: they are counted from 1, without the header. */
  readonly spoil?: (record: number) => Partial<Enrollment>;
  /** The same for users.csv. */
  readonly spoilUser?: (record: number) => Partial<User>;
}

interface Enrollment {
  readonly role: string;
  readonly beginDate: string;
}

interface User {
  readonly email: string;
  readonly grades: string;
}

interface District extends Required<LargeRosterOptions> {
  readonly classes: number;
  readonly teachers: number;
  readonly students: number;
}

const present = ['academicSessions', 'classes', 'courses', 'enrollments', 'orgs', 'users'];
const absent = [
  'categories',
  'classResources',
  'courseResources',
  'demographics',
  'lineItems',
  'resources',
  'results',
];
const school = 'SCH-1';
const clean = { spoil: () => ({}), spoilUser: () => ({}) };
const lineEnd = '\r\n';

/** Writes the roster into a folder, which is made. */
export async function writeLargeRoster(folder: string, options: LargeRosterOptions): Promise<void> {
  const { enrollments } = options;
  const classes = Math.ceil(enrollments / 25);
  const [teachers, students] = [Math.ceil(classes / 5), Math.max(24, Math.ceil(enrollments * 0.142))];
  const district: District = { note: 0, ...clean, ...options, classes, teachers, students };
  await mkdir(folder, { recursive: true });
  for (const [name, lines] of Object.entries(tables(district))) {
    await pipeline(Readable.from(inBatches(lines)), createWriteStream(join(folder, `${name}.csv`)));
  }
}

function tables(district: District): Readonly<Record<string, Iterable<string>>> {
  return {
    manifest: [
      'propertyName,value',
      'manifest.version,1.0',
      'oneroster.version,1.1',
      ...present.map((name) => `file.${name},bulk`),
      ...absent.map((name) => `file.${name},absent`),
    ],
    academicSessions: [
      'sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear',
      'SY2627,,,2026-27 School Year,schoolYear,2026-07-01,2027-07-01,,2027',
    ],
    orgs: [
      'sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId',
      'DST,,,Larkspur Valley School District,district,5599990,',
      `${school},,,Larkspur Valley High School,school,559999000303,DST`,
    ],
    courses: [
      'sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes',
      `CRS,,,SY2627,Algebra,ALG,09,${school},Mathematics,02052`,
    ],
    classes: classLines(district),
    users: userLines(district),
    enrollments: enrollmentLines(district),
  };
}

function* classLines({ classes }: District): Generator<string> {
  yield 'sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods';
  for (let n = 1; n <= classes; n++) {
    yield `C${String(n)},,,Algebra (Section ${String(n)}),09,CRS,ALG-${String(n)},scheduled,Room ${String(n)},${school},SY2627,Mathematics,02052,1`;
  }
}

function* userLines({ teachers, students, spoilUser }: District): Generator<string> {
  yield 'sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password';
  for (let n = 1; n <= teachers + students; n++) {
    const [id, role, grade] =
      n <= teachers ? [`T${String(n)}`, 'teacher', ''] : [`S${String(n - teachers)}`, 'student', '09'];
    const name = id.toLowerCase();
    const right: User = { email: `${name}@larkspur.example`, grades: grade };
    const { email, grades } = { ...right, ...spoilUser(n) };
    yield `${id},,,true,${school},${role},${name},{SIS:${id}},Given${id},Family${id},,${id},${email},,,,${grades},`;
  }
}

function* enrollmentLines(district: District): Generator<string> {
  const { enrollments, note, spoil } = district;
  const [extraColumn, extraField] = note > 0 ? [',metadata.note', `,${'n'.repeat(note)}`] : ['', ''];
  yield `sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate${extraColumn}`;
  for (let n = 1; n <= enrollments; n++) {
    const { section, user, isTeacher } = placeOf(district, n - 1);
    const right: Enrollment = { role: isTeacher ? 'teacher' : 'student', beginDate: '2026-08-17' };
    const { role, beginDate } = { ...right, ...spoil(n) };
    yield `E${String(n)},,,C${String(section)},${school},${user},${role},${String(isTeacher)},${beginDate},2027-06-05${extraField}`;
  }
}

/** Each class has a teacher and up to 24 students, who follow one another through the school. */
function placeOf({ teachers, students }: District, at: number) {
  const before = Math.floor(at / 25);
  const isTeacher = at % 25 === 0;
  const user = isTeacher
    ? `T${String((before % teachers) + 1)}`
    : `S${String(((at - before) % students) + 1)}`;
  return { section: before + 1, user, isTeacher };
}

/** A stream is slow with many small pieces, and the editor's thread is shared: some hundred kilobytes at a time. */
function* inBatches(lines: Iterable<string>): Generator<string> {
  let batch = '';
  for (const line of lines) {
    batch += line + lineEnd;
    if (batch.length < 0x4_0000) continue;
    yield batch;
    batch = '';
  }
  yield batch;
}
