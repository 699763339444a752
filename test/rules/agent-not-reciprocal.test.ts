import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['agent-not-reciprocal'];

describe('agent-not-reciprocal', () => {
  it('accepts relations that stand in both records', () => {
    check(
      `
=== users.csv
sourcedId,role,agentSourcedIds
u1,student,"p1,p2"
p1,parent,u1
p2,parent,"u1,u2"
u2,student,p2
`,
      { only, version: '1.1' },
    );
  });

  it('marks the half that is alone', () => {
    const { problems } = check(
      `
=== users.csv
sourcedId,role,agentSourcedIds
u1,student,"p1,[[p2|agent-not-reciprocal]]"
p1,parent,"u1,[[u2|agent-not-reciprocal]]"
p2,parent,
u2,student,
`,
      { only, version: '1.1' },
    );
    assert.equal(problems[0]?.message, 'agentSourcedIds names "p2", who does not name "u1" in return');
    assert.equal(problems[0].related[0]?.line, 4);
  });

  it('is one problem where no relation goes both ways', () => {
    const { problems } = check(
      `
=== users.csv
sourcedId,role,agentSourcedIds
u1,student,[[p1|agent-not-reciprocal]]
u2,student,p1
p1,parent,
`,
      { only, version: '1.1' },
    );
    assert.deepEqual(
      problems.map(({ count, severity }) => [count, severity]),
      [[2, 'information']],
    );
  });

  it('leaves agents who are students, deleted or not there to other rules', () => {
    check(
      `
=== users.csv
sourcedId,status,role,agentSourcedIds
u1,,student,"u2,u9,p1"
u2,,student,
p1,tobedeleted,parent,
`,
      { only, version: '1.1' },
    );
  });

  it('takes a record that stands twice for one', () => {
    check(
      `
=== users.csv
sourcedId,role,agentSourcedIds
u1,student,p1
p1,parent,u1
u1,student,p1
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
