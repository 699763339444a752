import type { Draft, Field } from '../draft';
import type { Defect } from './defect';
import { peopleOf } from './keys';
import { sessionOf } from './references';
import { twoSchools } from './sense';

/** What does not fit together in classes, their enrollments and their gradebook. */
export const classDefects: readonly Defect[] = [
  {
    rule: 'class-without-teacher',
    what: 'there is a class with nobody but a student',
    breaks: (roster) => addClass(roster, 'student'),
  },
  {
    rule: 'class-without-students',
    what: 'there is a class with nobody but a teacher',
    breaks: (roster) => addClass(roster, 'teacher'),
  },
  {
    rule: 'multiple-primary-teachers',
    what: 'two teachers of a class are marked as primary',
    breaks(roster) {
      const second = enrollment(roster, (role) => role !== 'teacher' && role !== 'student');
      roster.write(roster.beside(second, 'role'), 'teacher');
      return roster.write(roster.beside(second, 'primary'), 'true');
    },
  },
  {
    rule: 'primary-on-non-teacher',
    what: 'a student is marked as primary',
    breaks: (roster) => roster.write(roster.beside(enrollment(roster, isStudent), 'primary'), 'true'),
  },
  {
    rule: 'enrollment-role-mismatch',
    what: 'a student is enrolled as a teacher',
    breaks: (roster) => roster.write(roster.beside(enrollment(roster, isStudent), 'role'), 'teacher'),
    // Somebody who only teaches there has no results.
    consequences: ['result-student'],
  },
  {
    rule: 'enrollment-outside-term',
    what: 'an enrollment begins before the school year',
    breaks: (roster) => roster.write(roster.field('enrollments', 'beginDate'), '2026-08-01'),
  },
  {
    rule: 'enrollment-school-mismatch',
    what: 'an enrollment is at another school than the class',
    breaks(roster) {
      const [school, other] = twoSchools(roster);
      const isThere = (row: Readonly<Record<string, string>>) =>
        row['schoolSourcedId'] === roster.text(school);
      return roster.write(roster.field('enrollments', 'schoolSourcedId', isThere), roster.text(other));
    },
  },
  {
    rule: 'user-outside-school',
    what: 'a student belongs to another school than that of the classes',
    breaks: moveStudent,
  },
  {
    rule: 'line-item-dates',
    what: 'homework is due before it is assigned',
    breaks: (roster) => roster.write(roster.field('lineItems', 'dueDate'), '2026-09-01'),
  },
  {
    rule: 'line-item-session',
    what: 'homework is of a whole school year',
    breaks: (roster) =>
      roster.write(
        roster.field('lineItems', ['academicSessionSourcedId', 'gradingPeriodSourcedId']),
        roster.text(sessionOf(roster, 'schoolYear')),
      ),
  },
  {
    rule: 'score-range',
    what: 'a score is higher than it can be',
    breaks(roster) {
      const score = roster.field('results', 'score');
      roster.write(roster.beside(score, 'scoreStatus'), 'submitted');
      return roster.write(score, '100.5');
    },
  },
  {
    rule: 'score-range',
    what: 'the lowest score is above the highest',
    breaks: (roster) => roster.write(roster.field('lineItems', 'resultValueMin'), '200'),
  },
  {
    rule: 'result-student',
    what: 'a result is that of a teacher',
    breaks: (roster) =>
      roster.write(roster.field('results', 'studentSourcedId'), peopleOf(roster, 'teacher')[0] ?? ''),
  },
  {
    rule: 'result-student',
    what: 'a result is that of a student of another class',
    breaks(roster) {
      const result = roster.field('results', 'studentSourcedId');
      const school = schoolOf(roster, roster.text(result));
      const other = peopleOf(roster, 'student').find((student) => schoolOf(roster, student) !== school);
      return roster.write(result, other ?? '');
    },
  },
  {
    rule: 'result-class-mismatch',
    what: 'a result names another class than its line item',
    breaks(roster) {
      const held = roster.field('results', 'classSourcedId');
      const isOther = (row: Readonly<Record<string, string>>) => row['sourcedId'] !== roster.text(held);
      return roster.write(held, roster.text(roster.field('classes', 'sourcedId', isOther)));
    },
  },
];

const isStudent = (role: string) => role === 'student';

function enrollment(roster: Draft, fits: (role: string) => boolean): Field {
  return roster.field('enrollments', 'sourcedId', (row) => fits(row['role'] ?? ''));
}

/** A further class, in which one person is enrolled. */
function addClass(roster: Draft, role: string) {
  const someone = enrollment(roster, (each) => each === role);
  const { classSourcedId = '' } = roster.row(someone);
  const like = roster.field('classes', 'sourcedId', (row) => row['sourcedId'] === classSourcedId);
  const added = roster.addLike(like);
  roster.addLike(someone, { classSourcedId: roster.text(added) });
  return roster.found(added);
}

/** All enrollments of a student are then at a school that is not the student's; the first one stands for them. */
function moveStudent(roster: Draft) {
  const first = enrollment(roster, isStudent);
  const student = roster.row(first)['userSourcedId'];
  const isTheirs = (row: Readonly<Record<string, string>>) => row['userSourcedId'] === student;
  const other = roster.text(
    twoSchools(roster).find((school) => roster.text(school) !== roster.row(first)['schoolSourcedId']) ??
      first,
  );
  if (roster.version === '1.2') {
    roster.write(roster.field('roles', 'orgSourcedId', isTheirs), other);
    roster.write(
      roster.field('users', 'primaryOrgSourcedId', (row) => row['sourcedId'] === student),
      '',
    );
  } else
    roster.write(
      roster.field('users', 'orgSourcedIds', (row) => row['sourcedId'] === student),
      other,
    );
  const { sheet } = first;
  const records = [...sheet.records.keys()].filter((record) => isTheirs(roster.row({ ...first, record })));
  return roster.found(roster.beside({ ...first, record: Math.min(...records) }, 'schoolSourcedId'));
}

function schoolOf(roster: Draft, user: string): string | undefined {
  return roster.row(roster.field('enrollments', 'sourcedId', (row) => row['userSourcedId'] === user))[
    'schoolSourcedId'
  ];
}
