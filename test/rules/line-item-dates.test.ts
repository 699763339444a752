import assert from 'node:assert/strict';
import { check } from '../support/fixture';

const only = ['line-item-dates'];

describe('line-item-dates', () => {
  it('accepts work that is due on the day or later', () => {
    check(
      `
=== lineItems.csv
sourcedId,assignDate,dueDate
l1,2026-10-05,2026-10-12
l2,2026-10-05,2026-10-05
l3,,2026-10-05
l4,2026-10-05,
`,
      { only, version: '1.1' },
    );
  });

  it('marks a due date before', () => {
    const { problems } = check(
      `
=== lineItems.csv
sourcedId,assignDate,dueDate
l1,2026-10-12,[[2026-10-05|line-item-dates]]
`,
      { only, version: '1.1' },
    );
    assert.equal(problems[0]?.message, 'dueDate is "2026-10-05", before assignDate "2026-10-12"');
    assert.equal(problems[0].related[0]?.field, 'assignDate');
  });

  it('is silent on dates that are none, deleted records and other tables', () => {
    check(
      `
=== lineItems.csv
sourcedId,status,assignDate,dueDate
l1,,10/12/2026,2026-10-05
l2,,2026-10-12,2026-02-30
l3,tobedeleted,2026-10-12,2026-10-05
=== homework.csv
sourcedId,assignDate,dueDate
l1,2026-10-12,2026-10-05
`,
      { only, version: '1.1' },
    );
  });

  it('finds nothing in an empty table', () => {
    check(
      `
=== lineItems.csv
sourcedId,assignDate,dueDate
`,
      { only, version: '1.1' },
    );
  });
});
