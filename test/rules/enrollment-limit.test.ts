import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['enrollment-limit'];
const profileId = 'hmh';
const version = '1.1';

interface Scene {
  readonly students?: number;
  readonly classes?: number;
  /** What stands in the first records of classes.csv and users.csv. */
  readonly firstClass?: string;
  readonly firstUser?: string;
  readonly more?: string;
}

/** `u0` teaches `classes` classes, the first of which has `students` students. */
function scene({ students = 1, classes = 1, firstClass = 'c0', firstUser = 'u0', more = '' }: Scene): string {
  const numbered = (count: number, line: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => `${line(index + 1)}\n`).join('');
  return [
    `=== classes.csv\nsourcedId,title\n${firstClass},Algebra\n${numbered(classes - 1, (n) => `c${String(n)},Latin`)}`,
    `=== users.csv\nsourcedId\n${firstUser}\n${numbered(students, (n) => `u${String(n)}`)}`,
    '=== enrollments.csv\nsourcedId,status,classSourcedId,userSourcedId,role\n',
    numbered(classes, (n) => `t${String(n)},,c${String(n - 1)},u0,teacher`),
    numbered(students, (n) => `s${String(n)},,c0,u${String(n)},student`),
    more,
  ].join('');
}

describe('enrollment-limit', () => {
  it('accepts classes and teachers up to the limit', () => {
    check(scene({ students: 49, classes: 50 }), { only, profileId, version });
  });

  it('marks a class with too many students', () => {
    const { problems } = check(scene({ students: 50, firstClass: '[[c0|enrollment-limit]]' }), {
      only,
      profileId,
      version,
    });
    assert.equal(problems[0]?.message, 'The class "c0" (Algebra) has 50 students; HMH takes 49 at most');
    assert.equal(problems[0].severity, 'warning');
  });

  it('marks a teacher with too many classes', () => {
    const { problems } = check(scene({ classes: 51, firstUser: '[[u0|enrollment-limit]]' }), {
      only,
      profileId,
      version,
    });
    assert.equal(problems[0]?.message, 'The teacher "u0" has 51 classes; HMH takes 50 at most');
  });

  it('counts each person once, and only those who are enrolled still', () => {
    const more = 'd1,,c0,u1,student\nd2,tobedeleted,c0,u0,student\nd3,,c0,nobody,student\n';
    check(scene({ students: 49, more }), { only, profileId, version });
  });

  it('knows no limit where the profile has none', () => {
    check(scene({ students: 500, classes: 100 }), { only, version });
  });

  it('is silent without users.csv and finds nothing in an empty table', () => {
    const text = scene({ students: 60 });
    check(text.replace(/=== users[^=]*/, ''), { only, profileId, version });
    check('=== enrollments.csv\nsourcedId,classSourcedId,userSourcedId,role\n', { only, profileId, version });
  });
});
