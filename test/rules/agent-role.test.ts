import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['agent-role'];

describe('agent-role', () => {
  it('accepts parents, who name their children in return', () => {
    check(
      `
=== users.csv
sourcedId,role,agentSourcedIds
u1,student,"p1,p2"
p1,parent,u1
p2,guardian,"u1,p1"
`,
      { only, version: '1.1' },
    );
  });

  it('marks the agent of a student who is a student too, and oneself', () => {
    const { problems } = check(
      `
=== users.csv
sourcedId,role,agentSourcedIds
u1,student,"p1,[[u2|agent-role]]"
u2,student,[[u2|agent-role]]
p1,parent,u1
`,
      { only, version: '1.1' },
    );
    assert.equal(
      problems[0]?.message,
      'agentSourcedIds names "u2" as agent of a student, but that person is a student too',
    );
    assert.equal(problems[0].related[0]?.line, 3);
  });

  it('knows the column of 1.0', () => {
    check(
      `
=== users.csv
sourcedId,role,agents
u1,student,[[u2|agent-role]]
u2,student,
`,
      { only, version: '1.0' },
    );
  });

  it('goes by roles.csv in 1.2, where a person may have another role', () => {
    check(
      `
=== users.csv
sourcedId,agentSourcedIds
u1,"[[u2|agent-role]],u3,u4"
u2,
u3,
u4,
=== roles.csv
sourcedId,userSourcedId,role
r1,u1,student
r2,u2,student
r3,u3,student
r4,u3,parent
`,
      { only, version: '1.2' },
    );
  });

  it('is silent on roles that are none, and agents who do not exist', () => {
    check(
      `
=== users.csv
sourcedId,role,agentSourcedIds
u1,student,"u2,u9"
u2,studnt,u1
`,
      { only, version: '1.1' },
    );
  });

  it('finds nothing in an empty table', () => {
    check(
      `
=== users.csv
sourcedId,role,agentSourcedIds
`,
      { only, version: '1.1' },
    );
  });
});
