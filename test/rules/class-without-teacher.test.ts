import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['class-without-teacher'];

describe('class-without-teacher', () => {
  it('accepts a class with a teacher, be the role in the wrong case or unreadable', () => {
    check(
      `
=== classes.csv
sourcedId,title
c1,Algebra I
c2,Algebra II
c3,Geometry
c4,Latin
=== enrollments.csv
sourcedId,classSourcedId,role
e1,c1,teacher
e2,c2,TEACHER
e3,c3,xyz
e4,C4,teacher
`,
      { only, version: '1.1' },
    );
  });

  it('marks the id of each class that has none', () => {
    const { problems } = check(
      `
=== classes.csv
sourcedId,title
c1,Algebra I
[[c2|class-without-teacher]],Algebra II
[[c3|class-without-teacher]],Latin
=== enrollments.csv
sourcedId,classSourcedId,role
e1,c1,teacher
e2,c2,student
`,
      { only, version: '1.1' },
    );
    assert.match(
      problems[0]?.message ?? '',
      /^The class "c2" \(Algebra II\) has no teacher: enrollments.csv/,
    );
  });

  it('counts neither deleted enrollments nor deleted classes', () => {
    check(
      `
=== classes.csv
sourcedId,title,status
[[c1|class-without-teacher]],Algebra I,
c2,Algebra II,tobedeleted
c3,Latin,
=== enrollments.csv
sourcedId,classSourcedId,role,status
e1,c1,teacher,tobedeleted
e3,c3,teacher,
`,
      { only, version: '1.1' },
    );
  });

  it("lets values of one's own pass in 1.2", () => {
    check(
      `
=== classes.csv
sourcedId,title
c1,Algebra I
=== enrollments.csv
sourcedId,classSourcedId,role
e1,c1,ext:other
`,
      { only, version: '1.2' },
    );
  });

  it('is silent without enrollments.csv', () => {
    check(
      `
=== classes.csv
sourcedId,title
c1,Algebra I
`,
      { only, version: '1.1' },
    );
  });

  it('is silent where enrollments.csv has no records', () => {
    check(
      `
=== classes.csv
sourcedId,title
c1,Algebra I
=== enrollments.csv
sourcedId,classSourcedId,role
`,
      { only, version: '1.1' },
    );
  });

  it('is silent in delta files', () => {
    check(
      `
=== classes.csv
sourcedId,title
c1,Algebra I
c2,Algebra II
=== enrollments.csv
sourcedId,status,dateLastModified,classSourcedId,role
e1,active,2026-09-01T06:00:00.000Z,c1,student
`,
      { only, version: '1.1' },
    );
  });

  it('is silent where most enrollments name classes that do not exist', () => {
    check(
      `
=== classes.csv
sourcedId,title
c1,Algebra I
=== enrollments.csv
sourcedId,classSourcedId,role
e1,001,teacher
e2,002,teacher
e3,c1,student
`,
      { only, version: '1.1' },
    );
  });

  it('leaves repeated ids and records of another width to other rules', () => {
    check(
      `
=== classes.csv
sourcedId,title
c1,Algebra I
c1,Algebra I
c2,Algebra, II
c3,Latin
,Greek
=== enrollments.csv
sourcedId,classSourcedId,role
e1,c1,teacher
e2,c3,teacher,x
`,
      { only, version: '1.1' },
    );
  });
});
