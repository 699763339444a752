import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['invalid-value'];

describe('invalid-value', () => {
  it('accepts every listed value', () => {
    check(
      `
=== orgs.csv
sourcedId,name,type
o1,Science,department
o2,North High,school
o3,North,district
=== users.csv
sourcedId,enabledUser,role
u1,true,administrator
u2,false,aide
u3,true,guardian
u4,true,parent
u5,true,proctor
u6,true,relative
=== results.csv
sourcedId,scoreStatus
r1,fully graded
`,
      { only, version: '1.1' },
    );
  });

  it('marks a value that is not listed, offers the nearest and lists all', () => {
    const { problems } = check(
      `
=== enrollments.csv
sourcedId,role,primary
e1,[[studnet|invalid-value]],false
e2,[[parent|invalid-value]],false
`,
      { only, version: '1.1' },
    );
    assert.deepEqual(
      problems.map(({ message, data }) => [message, data['suggestion']]),
      [
        [
          'role is "studnet", which probably means "student"; allowed: administrator, proctor, student, teacher',
          'student',
        ],
        ['role is "parent"; allowed: administrator, proctor, student, teacher', undefined],
      ],
    );
  });

  it('lists every allowed value, however many there are', () => {
    const { problems } = check('=== users.csv\nsourcedId,role\nu1,[[pupil|invalid-value]]\n', {
      only,
      version: '1.1',
    });
    assert.equal(
      problems[0]?.message,
      'role is "pupil"; allowed: administrator, aide, guardian, parent, proctor, relative, student, teacher',
    );
  });

  it('knows the usual words for true and false', () => {
    const { problems } = check(
      `
=== users.csv
sourcedId,enabledUser
u1,[[1|invalid-value]]
u2,[[N|invalid-value]]
u3,[[maybe|invalid-value]]
`,
      { only, version: '1.1' },
    );
    assert.deepEqual(
      problems.map(({ data }) => data['suggestion']),
      ['true', 'false', undefined],
    );
  });

  it('names what replaced the inactive of 1.0, which 1.1 still tolerates', () => {
    const delta = (status: string) => `
=== manifest.csv
propertyName,value
file.orgs,delta
=== orgs.csv
sourcedId,status,dateLastModified,name
o1,${status},2026-08-15T08:00:00.000Z,North High
`;
    const { problems } = check(delta('[[inactive|invalid-value]]'), { only, version: '1.2' });
    assert.equal(problems[0]?.messageId, 'replaced');
    assert.equal(problems[0].data['suggestion'], 'tobedeleted');
    check(delta('inactive'), { only, version: '1.1' });
    check('=== orgs.csv\nsourcedId,status,dateLastModified\no1,inactive,2026-08-15\n', {
      only,
      version: '1.0',
    });
  });

  it('accepts ext: values where 1.2 allows them, and nowhere else', () => {
    check(
      `
=== orgs.csv
sourcedId,type
o1,ext:depot
o2,[[ext:|invalid-value]]
=== roles.csv
sourcedId,roleType,role
r1,[[ext:first|invalid-value]],ext:coach
=== resources.csv
sourcedId,roles,importance
x1,"student,ext:coach,[[coach|invalid-value]]",[[ext:high|invalid-value]]
`,
      { only, version: '1.2' },
    );
    check('=== orgs.csv\nsourcedId,type\no1,[[ext:depot|invalid-value]]\n', { only, version: '1.1' });
  });

  it('leaves other letter case, blanks, loose quotes and lists with semicolons to their rules', () => {
    check(
      `
=== users.csv
sourcedId,enabledUser,role
u1,TRUE,Student
u2, true ,
u3,,"student" 
u4,  ,stu\u200bdent
=== resources.csv
sourcedId,roles
x1,student;teacher
`,
      { only, version: '1.1' },
    );
  });

  it('leaves status in a bulk file to lifecycle-in-bulk', () => {
    check(
      `
=== manifest.csv
propertyName,value
file.orgs,bulk
=== orgs.csv
sourcedId,status,dateLastModified,type
o1,gone,,school
`,
      { only, version: '1.1' },
    );
  });

  it('finds nothing in an empty table', () => {
    check(
      `
=== orgs.csv
sourcedId,type
`,
      { only, version: '1.1' },
    );
  });
});
