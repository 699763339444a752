import type { Roster } from '../model/roster';
import type { Table } from '../model/table';
import { defineRule } from './engine/define-rule';
import { columnOf } from './shared/links';
import { textIn } from './shared/meanings';
import { periodsOf, type Periods } from './shared/periods';
import { idCodes } from './shared/repeated-values';
import { sameRecords, type ComparedColumns } from './shared/same-records';

type Message = 'atOneTime' | 'withoutDates' | 'first';

export default defineRule<Message>({
  id: 'duplicate-enrollment',
  area: 'key',
  severity: 'warning',
  summary: 'A person is enrolled twice in a class, in the same role and at the same time.',
  messages: {
    atOneTime:
      '{field} "{value}" is enrolled in class "{class}" as {role} by record {firstRecord} already, and the two periods overlap',
    withoutDates:
      '{field} "{value}" is enrolled in class "{class}" as {role} by record {firstRecord} already',
    first: 'The other enrollment',
  },
  *rosterSteps({ roster, at, report }) {
    const users = columnOf(roster, 'enrollments', 'userSourcedId');
    const compared = comparedColumns(roster);
    if (users === undefined || compared === undefined) return;
    const { table, column } = users;
    const periods = periodsOf(table, 'beginDate', 'endDate');
    const hasDates = periods.startColumn >= 0 || periods.endColumn >= 0;
    for (const records of yield* sameRecords(table.active(), compared)) {
      for (const { record, first } of overlaps(table, records, periods)) {
        report({
          at: () => at(table).field(record, column),
          message: hasDates ? 'atOneTime' : 'withoutDates',
          data: {
            class: textIn(table, record, 'classSourcedId'),
            role: textIn(table, record, 'role') || 'member',
            firstRecord: String(first + 1),
          },
          group: String(records[0]),
          related: [{ at: () => at(table).field(first, column), message: 'first' }],
        });
      }
    }
  },
});

function comparedColumns(roster: Roster): ComparedColumns | undefined {
  const users = columnOf(roster, 'enrollments', 'userSourcedId');
  const classes = columnOf(roster, 'enrollments', 'classSourcedId');
  const roles = columnOf(roster, 'enrollments', 'role');
  if (users === undefined || classes === undefined) return undefined;
  return {
    left: classes.table.values(classes.column),
    right: users.table.values(users.column),
    also: roles?.table.values(roles.column),
  };
}

interface Overlap {
  readonly record: number;
  readonly first: number;
}

/**
 * Each enrollment that begins before an earlier one has ended; the end day is not part of a period, and a blank one is no end.
 * Records with one id are `duplicate-sourced-id`'s business, and dates that are none are other rules'.
 */
function overlaps(table: Table, records: readonly number[], periods: Periods): readonly Overlap[] {
  const ids = idCodes(table);
  const inOrder = records
    .filter((record) => periods.isSound(record))
    .sort((a, b) => periods.start(a) - periods.start(b) || a - b);
  const found: Overlap[] = [];
  let longest: number | undefined;
  for (const record of inOrder) {
    if (longest !== undefined && periods.start(record) < periods.end(longest)) {
      if (ids === undefined || ids[record] !== ids[longest]) found.push({ record, first: longest });
    }
    if (longest === undefined || periods.end(record) > periods.end(longest)) longest = record;
  }
  return found.sort((a, b) => a.record - b.record);
}
