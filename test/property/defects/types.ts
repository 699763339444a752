import type { ColumnFormat } from '../../../src/core/spec/types';
import type { Draft, Field, Fits } from '../draft';
import { spoiled, type Defect } from './defect';

const isDate: Fits = ({ type }) => type === 'date';
const isMoment: Fits = ({ type }) => type === 'datetime';
const isYear: Fits = ({ type }) => type === 'year';
const isDecimal: Fits = ({ type }) => type === 'decimal';

/** Dates, numbers and lists, and texts of a certain shape, that are written another way. */
export const typeDefects: readonly Defect[] = [
  spoiled('invalid-date', 'there is no such day', isDate, () => '2026-02-30'),
  spoiled('invalid-date', 'a date is a word', isDate, () => 'morgen'),
  spoiled('invalid-date', 'a date has no hyphens', isDate, () => '20260817'),
  moment('a moment is a date alone', '2026-08-14'),
  moment('a moment has no zone', '2026-08-14T06:30:00'),
  moment('a moment is of another zone', '2026-08-14T06:30:00+02:00'),
  moment('there is no such time', '2026-08-14T25:30:00Z'),
  spoiled('invalid-year', 'a year has two digits', isYear, () => '27', { versions: ['1.1', '1.2'] }),
  spoiled('invalid-year', 'a year is a span', isYear, () => '2026-2027', { versions: ['1.1', '1.2'] }),
  spoiled('invalid-number', 'a decimal has a comma', isDecimal, () => '8,5', { versions: ['1.1', '1.2'] }),
  spoiled('invalid-number', 'a decimal is a word', isDecimal, () => 'zehn', { versions: ['1.1', '1.2'] }),
  {
    rule: 'invalid-number',
    what: 'a whole number has a percent sign',
    versions: ['1.2'],
    breaks: (roster) => roster.write(roster.field('categories', 'weight'), '80%'),
  },
  list(
    'has an empty item',
    (first, second) => `${first},,${second}`,
    () => ',',
  ),
  list(
    'ends with a comma',
    (first, second) => `${first},${second},`,
    () => ',',
  ),
  list(
    'has a blank behind a comma',
    (first, second) => `${first}, ${second}`,
    (_, second) => ` ${second}`,
  ),
  list(
    'names an item twice',
    (first, second) => `${first},${second},${first}`,
    (first) => first,
  ),
  list('is separated by semicolons', (first, second) => `${first};${second}`),
  list('stands in brackets', (first, second) => `[${first},${second}]`),
  shape('invalid-user-id', 'user-ids', 'a user id has no braces', '10482'),
  shape('invalid-user-id', 'user-ids', 'a user id has no type', '{10482}'),
  shape('invalid-score-scale', 'score-scale', 'a score has no value', '{A}'),
  shape('invalid-email', 'email', 'an address has no @', 'anna.example.org'),
  shape('invalid-email', 'email', 'an address ends at its host', 'anna@example'),
  shape('unknown-grade', 'grade', 'a grade has lost its zero', '9'),
  {
    rule: 'unknown-subject-code',
    what: 'a subject code has letters',
    breaks(roster) {
      const subjects = roster.field(roster.random.pick(['classes', 'courses']), 'subjects');
      roster.write(subjects, 'Mathematik');
      return roster.write(roster.beside(subjects, 'subjectCodes'), 'MATH');
    },
  },
  {
    rule: 'invalid-learning-objective',
    what: 'an objective of CASE is not a URN',
    breaks: (roster) =>
      roster.write(roster.field('lineItemLearningObjectiveIds', 'learningObjectiveId'), '3f6c1e0a'),
  },
  {
    rule: 'plain-text-password',
    what: 'a password can be read',
    breaks: (roster) => roster.write(roster.field('users', 'password'), 'hunter2'),
  },
];

function moment(what: string, value: string): Defect {
  return spoiled('invalid-datetime', what, isMoment, () => value, {
    versions: ['1.1', '1.2'],
    mode: 'delta',
  });
}

/** A list of texts or of references, written in another shape. */
function list(
  what: string,
  write: (first: string, second: string) => string,
  part?: (first: string, second: string) => string,
): Defect {
  return {
    rule: 'invalid-list',
    what: `a list ${what}`,
    breaks(roster) {
      const { field, items } = roster.random.pick([textList, referenceList])(roster);
      return roster.write(field, write(...items), part?.(...items));
    },
  };
}

interface ListField {
  readonly field: Field;
  readonly items: readonly [string, string];
}

function textList(roster: Draft): ListField {
  const isSubjects = roster.version === '1.0';
  return { field: roster.field('classes', isSubjects ? 'subjects' : 'periods'), items: ['Früh', 'Spät'] };
}

function referenceList(roster: Draft): ListField {
  const sessionOf = (type: string) =>
    roster.text(roster.field('academicSessions', 'sourcedId', (row) => row['type'] === type));
  const field = roster.field('classes', ['termSourcedIds', 'termSourcedId']);
  return { field, items: [sessionOf('schoolYear'), sessionOf('semester')] };
}

/** A field of a column of that format. */
function shape(rule: string, format: ColumnFormat, what: string, value: string): Defect {
  return spoiled(
    rule,
    what,
    (fact) => fact.format === format,
    () => value,
  );
}
