import { emptyCode, noField } from '../model/distinct-values';
import type { Steps } from '../steps';
import type { Table } from '../model/table';
import { defineRule } from './engine/define-rule';
import { eachCombination } from './shared/combinations';
import { columnOf } from './shared/links';
import { codesMeaning, textIn } from './shared/meanings';
import { periodsOf, type Periods } from './shared/periods';

type Message = 'another' | 'first';

export default defineRule<Message>({
  id: 'multiple-primary-teachers',
  area: 'sense',
  severity: 'warning',
  summary: 'A class has two people at a time who are marked as its primary teacher.',
  messages: {
    another: '{field} is "{value}", but the class "{class}" has another primary teacher at the same time',
    first: 'The other one, "{teacher}"',
  },
  *rosterSteps({ roster, at, report }) {
    const classes = columnOf(roster, 'enrollments', 'classSourcedId');
    const users = columnOf(roster, 'enrollments', 'userSourcedId');
    const role = columnOf(roster, 'enrollments', 'role');
    const primary = columnOf(roster, 'enrollments', 'primary');
    if (classes === undefined || users === undefined || role === undefined || primary === undefined) return;
    const { table } = classes;
    const userCodes = table.values(users.column).codes;
    const periods = periodsOf(table, 'beginDate', 'endDate');
    const teachers = yield* primaryTeachers(table, role.column, primary.column);
    const byClass = recordsByCode(teachers.filter(periods.isSound), table.values(classes.column).codes);
    for (const records of byClass) {
      const pair = pairAtOneTime(records, userCodes, periods);
      if (pair === undefined) continue;
      const [first, second] = pair;
      report({
        at: () => at(table).field(second, primary.column),
        message: 'another',
        data: { class: textIn(table, second, 'classSourcedId') },
        related: [
          {
            at: () => at(table).field(first, primary.column),
            message: 'first',
            data: { teacher: textIn(table, first, 'userSourcedId') },
          },
        ],
      });
    }
  },
});

/** The active records of people who are marked as primary teachers. */
function* primaryTeachers(table: Table, role: number, primary: number): Steps<readonly number[]> {
  const teaches = codesMeaning(table, role, 'teacher');
  const isTrue = codesMeaning(table, primary, 'true');
  const [ofRoles, ofPrimaries] = [table.values(role), table.values(primary)];
  const { codes: roles } = ofRoles;
  const { codes: primaries } = ofPrimaries;
  const found: number[] = [];
  yield* eachCombination(table.active(), [ofRoles, ofPrimaries], (record) => {
    if (isTrue[primaries[record] ?? noField] !== 1 || teaches[roles[record] ?? noField] !== 1) return false;
    found.push(record);
    return true;
  });
  return found;
}

/** Records by their code in a column; codes that only one of them has are left out. */
function recordsByCode(records: readonly number[], codes: Uint32Array): readonly (readonly number[])[] {
  const byCode = new Map<number, number[]>();
  for (const record of records) {
    const code = codes[record] ?? noField;
    if (code === emptyCode) continue;
    const known = byCode.get(code);
    if (known === undefined) byCode.set(code, [record]);
    else known.push(record);
  }
  return [...byCode.values()].filter(({ length }) => length > 1);
}

/** The first two enrollments of different people whose periods have a day in common. */
function pairAtOneTime(
  records: readonly number[],
  userCodes: Uint32Array,
  { start, end }: Periods,
): readonly [number, number] | undefined {
  for (const [index, second] of records.entries()) {
    const first = records
      .slice(0, index)
      .find(
        (each) =>
          userCodes[each] !== userCodes[second] && start(each) < end(second) && start(second) < end(each),
      );
    if (first !== undefined) return [first, second];
  }
  return undefined;
}
