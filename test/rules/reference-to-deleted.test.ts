import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['reference-to-deleted'];

describe('reference-to-deleted', () => {
  it('accepts references to records that stay, and from records that go', () => {
    check(
      `
=== orgs.csv
sourcedId,status
s1,active
s2,tobedeleted
=== classes.csv
sourcedId,status,schoolSourcedId
c1,active,s1
c2,tobedeleted,s2
`,
      { only, version: '1.1', severities: { 'lifecycle-in-bulk': 'off' } },
    );
  });

  it('marks every reference to a deleted record, lists item by item, as one problem for each id', () => {
    const { problems } = check(
      `
=== academicSessions.csv
sourcedId,status,dateLastModified
t1,active,2026-09-01T06:00:00.000Z
t2,tobedeleted,2026-09-01T06:00:00.000Z
=== classes.csv
sourcedId,status,dateLastModified,termSourcedIds
c1,active,2026-09-01T06:00:00.000Z,"t1,[[t2|reference-to-deleted]]"
c2,active,2026-09-01T06:00:00.000Z,t2
`,
      { only, version: '1.1' },
    );
    assert.equal(
      problems[0]?.message,
      'termSourcedIds names "t2", but academicSessions.csv marks that session as tobedeleted',
    );
    assert.equal(problems[0].count, 2);
    assert.equal(problems[0].related[0]?.line, 3);
  });

  it('leaves a bulk file to the rule that rejects its status fields', () => {
    check(
      `
=== classes.csv
sourcedId,status,dateLastModified
c1,tobedeleted,
=== enrollments.csv
sourcedId,classSourcedId
e1,c1
`,
      { only, version: '1.1' },
    );
  });

  it('speaks of a bulk file where the profile tolerates status fields', () => {
    check(
      `
=== classes.csv
sourcedId,status,dateLastModified
c1,tobedeleted,
=== enrollments.csv
sourcedId,classSourcedId
e1,[[c1|reference-to-deleted]]
`,
      { only, version: '1.1', severities: { 'lifecycle-in-bulk': 'information' } },
    );
  });

  it('leaves references that lead nowhere, and the word inactive, to other rules', () => {
    check(
      `
=== classes.csv
sourcedId,status,dateLastModified
c1,inactive,2026-09-01T06:00:00.000Z
=== enrollments.csv
sourcedId,classSourcedId
e1,c1
e2,c9
e3,
`,
      { only, version: '1.1' },
    );
  });

  it('finds nothing in empty tables', () => {
    check(
      `
=== classes.csv
sourcedId,status
=== enrollments.csv
sourcedId,classSourcedId
`,
      { only, version: '1.1' },
    );
  });
});
