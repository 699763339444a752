import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['invalid-learning-objective'];

describe('invalid-learning-objective', () => {
  it('accepts UUIDs as URNs, in capitals too, and any text from other sources', () => {
    check(
      `
=== lineItemLearningObjectiveIds.csv
sourcedId,source,learningObjectiveId
x1,case,urn:uuid:3c39d3ba-0c6d-4f1c-9f1b-6c2a58a4e7d1
x2,case,urn:uuid:3C39D3BA-0C6D-4F1C-9F1B-6C2A58A4E7D1
x3,unknown,fractions-1
x4,ext:state,3c39d3ba-0c6d-4f1c-9f1b-6c2a58a4e7d1
`,
      { only, version: '1.2' },
    );
  });

  it('marks other texts from CASE and offers the URN of a bare UUID', () => {
    const { problems } = check(
      `
=== lineItemLearningObjectiveIds.csv
sourcedId,source,learningObjectiveId
x1,case,[[3c39d3ba-0c6d-4f1c-9f1b-6c2a58a4e7d1|invalid-learning-objective]]
x2,case,[[urn:uuid:12|invalid-learning-objective]]
x3,case,[[fractions-1|invalid-learning-objective]]
x4,unknown,fractions-1
`,
      { only, version: '1.2' },
    );
    assert.deepEqual(
      problems.map(({ data }) => data['suggestion']),
      ['urn:uuid:3c39d3ba-0c6d-4f1c-9f1b-6c2a58a4e7d1', undefined, undefined],
    );
  });

  it('leaves empty fields, records of another width and a source in another case to other rules', () => {
    check(
      `
=== lineItemLearningObjectiveIds.csv
sourcedId,source,learningObjectiveId
x1,case,
x2,case,a,b
x3,Case,a
`,
      { only, version: '1.2' },
    );
  });

  it('finds nothing in an empty table', () => {
    check(
      `
=== lineItemLearningObjectiveIds.csv
sourcedId,source,learningObjectiveId
`,
      { only, version: '1.2' },
    );
  });
});
