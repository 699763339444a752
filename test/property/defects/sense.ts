import type { Draft, Field } from '../draft';
import type { Defect } from './defect';
import { peopleOf } from './keys';
import { sessionOf } from './references';

/** Fields that are right each for itself and do not fit together: sessions, organizations, people and their enrollments. */
export const senseDefects: readonly Defect[] = [
  {
    rule: 'date-order',
    what: 'a session ends before it begins',
    breaks: (roster) =>
      roster.write(roster.beside(sessionOf(roster, 'gradingPeriod'), 'endDate'), '2026-08-01'),
  },
  {
    rule: 'date-order',
    what: 'an enrollment ends on the day on which it begins',
    versions: ['1.1', '1.2'],
    breaks(roster) {
      const begin = roster.field('enrollments', 'beginDate');
      roster.write(begin, '2026-10-01');
      return roster.write(roster.beside(begin, 'endDate'), '2026-10-01');
    },
  },
  {
    rule: 'session-outside-parent',
    what: 'a grading period is longer than its semester',
    breaks: (roster) =>
      roster.write(roster.beside(sessionOf(roster, 'gradingPeriod'), 'endDate'), '2027-02-01'),
  },
  {
    rule: 'session-school-year',
    what: 'a session is of the year in which its school year begins',
    breaks: (roster) => roster.write(roster.beside(sessionOf(roster, 'gradingPeriod'), 'schoolYear'), '2026'),
  },
  {
    rule: 'session-not-current',
    what: 'the export is of an earlier year',
    breaks(roster) {
      for (const { records } of roster.sheets.slice(roster.version === '1.0' ? 0 : 1))
        for (const record of records)
          for (const [column, cell] of record.entries())
            if (typeof cell === 'string')
              record[column] = cell.replace('2026', '2024').replace('2027', '2025');
      return { file: 'academicSessions.csv' };
    },
  },
  {
    rule: 'org-level-order',
    what: 'a school is part of another school',
    breaks(roster) {
      const [school, other] = twoSchools(roster);
      return roster.write(roster.beside(school, 'parentSourcedId'), roster.text(other));
    },
  },
  {
    rule: 'school-without-parent',
    what: 'a school is part of nothing',
    breaks: (roster) => roster.write(roster.beside(twoSchools(roster)[0], 'parentSourcedId'), ''),
  },
  {
    rule: 'orphan-course',
    what: 'there is a course without classes',
    breaks: (roster) => roster.found(roster.addLike(roster.field('courses', 'sourcedId'))),
  },
  {
    rule: 'subject-code-count',
    what: 'a class has more subjects than codes',
    breaks(roster) {
      const subjects = roster.field(roster.random.pick(['classes', 'courses']), 'subjects');
      roster.write(subjects, 'Mathematik,Physik');
      return roster.write(roster.beside(subjects, 'subjectCodes'), '02052');
    },
  },
  {
    rule: 'subject-code-count',
    what: 'a class has subjects and no codes',
    breaks(roster) {
      const subjects = roster.field(roster.random.pick(['classes', 'courses']), 'subjects');
      roster.write(subjects, 'Mathematik,Physik');
      return roster.write(roster.beside(subjects, 'subjectCodes'), '');
    },
  },
  {
    rule: 'birth-date-range',
    what: 'a student is born in the future',
    breaks: (roster) => roster.write(roster.field('demographics', ['birthDate', 'birthdate']), '2031-05-04'),
  },
  {
    rule: 'birth-date-range',
    what: 'a student is 130 years old',
    breaks: (roster) => roster.write(roster.field('demographics', ['birthDate', 'birthdate']), '1896-05-04'),
  },
  {
    rule: 'agent-role',
    what: 'the agent of a student is a student',
    breaks(roster) {
      const [student = '', other = ''] = roster.random.shuffled(peopleOf(roster, 'student'));
      const agents = roster.field(
        'users',
        ['agentSourcedIds', 'agents'],
        (row) => row['sourcedId'] === student,
      );
      return roster.write(agents, `${roster.text(agents)},${other}`, other);
    },
  },
  {
    rule: 'agent-not-reciprocal',
    what: 'a parent does not name the student',
    breaks(roster) {
      const [student = ''] = roster.random.shuffled(peopleOf(roster, 'student'));
      const agents = roster.field(
        'users',
        ['agentSourcedIds', 'agents'],
        (row) => row['sourcedId'] === student,
      );
      const parent = roster.text(agents);
      roster.write(
        roster.field('users', ['agentSourcedIds', 'agents'], (row) => row['sourcedId'] === parent),
        '',
      );
      return roster.found(agents);
    },
  },
  {
    rule: 'primary-role-count',
    what: 'a person has two primary roles in one organization',
    breaks: (roster) =>
      roster.found(roster.beside(roster.addLike(roster.field('roles', 'sourcedId')), 'roleType')),
  },
  {
    rule: 'primary-org-without-role',
    what: 'the primary organization is one without a role',
    breaks(roster) {
      const [, other] = twoSchools(roster);
      const isElsewhere = (row: Readonly<Record<string, string>>) =>
        row['primaryOrgSourcedId'] !== roster.text(other);
      return roster.write(roster.field('users', 'primaryOrgSourcedId', isElsewhere), roster.text(other));
    },
  },
  {
    rule: 'profile-of-another-user',
    what: 'a role has the profile of another person',
    breaks(roster) {
      const profile = roster.field('userProfiles', 'sourcedId');
      const owner = roster.row(profile)['userSourcedId'];
      const role = roster.field('roles', 'userProfileSourcedId', (row) => row['userSourcedId'] !== owner);
      return roster.write(role, roster.text(profile));
    },
  },
  {
    rule: 'user-without-role',
    what: 'there is a person without a role',
    breaks: (roster) => roster.found(addPerson(roster)),
  },
  {
    rule: 'student-without-enrollment',
    what: 'there is a student without classes',
    breaks(roster) {
      const student = addPerson(roster);
      if (roster.version === '1.2') {
        const role = roster.field('roles', 'sourcedId', (row) => row['role'] === 'student');
        roster.addLike(role, { userSourcedId: roster.text(student), userProfileSourcedId: '' });
      }
      return roster.found(student);
    },
  },
];

/** The ids of two schools, in either order. */
export function twoSchools(roster: Draft): readonly [Field, Field] {
  const school = () => roster.field('orgs', 'sourcedId', (row) => row['type'] === 'school');
  const first = school();
  for (;;) {
    const second = school();
    if (second.record !== first.record) return [first, second];
  }
}

/** A further person, like a student and enrolled in nothing. */
function addPerson(roster: Draft): Field {
  const students = peopleOf(roster, 'student');
  const student = roster.field('users', 'sourcedId', (row) => row['sourcedId'] === students[0]);
  return roster.addLike(student, {
    ...{ username: 'new1', email: 'new1@schools.example.org', familyName: 'Neumann' },
    ...{ agents: '', agentSourcedIds: '', userMasterIdentifier: '', primaryOrgSourcedId: '' },
  });
}
