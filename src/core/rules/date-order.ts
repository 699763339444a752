import { noField } from '../model/distinct-values';
import type { Table } from '../model/table';
import type { Steps } from '../steps';
import { defineRule, type TableContext } from './engine/define-rule';
import { eachCombination } from './shared/combinations';
import { dayReader } from './shared/periods';

type Message = 'before' | 'same' | 'start';

/** Stands for an empty field and for what is no day. */
const noDay = -1;

export default defineRule<Message>({
  id: 'date-order',
  area: 'sense',
  severity: 'error',
  summary: 'A period ends before it begins, or on the day on which it begins.',
  messages: {
    before: '{field} is "{value}", before {startField} "{start}"',
    same: '{field} is "{value}", the same day as {startField}; the end day is not part of the period, so it has no day',
    start: 'The period begins here',
  },
  *tableSteps(context) {
    for (const { start, end } of periods(context.table)) yield* reportMisordered(context, start, end);
  },
});

/** The pairs of columns that bound a period: of sessions, enrollments and roles. */
function periods(table: Table): readonly { readonly start: number; readonly end: number }[] {
  const end = table.columnIndex('endDate');
  const starts = ['startDate', 'beginDate'].map((name) => table.columnIndex(name));
  return starts
    .map((start) => ({ start, end }))
    .filter((pair) => [pair.start, pair.end].every((column) => table.columnFact(column)?.type === 'date'));
}

function* reportMisordered(
  { table, at, report }: TableContext<Message>,
  start: number,
  end: number,
): Steps<void> {
  const startField = table.header[start] ?? '';
  const starts = table.values(start);
  const startOf = dayReader(table, start, noDay);
  const endOf = dayReader(table, end, noDay);
  const look = (record: number) => {
    const startDay = startOf(record);
    const endDay = endOf(record);
    if (startDay < endDay || startDay === noDay || endDay === noDay) return false;
    if (!table.isIntact(record)) return true;
    const isSame = startDay === endDay;
    report({
      at: () => at.field(record, end),
      message: isSame ? 'same' : 'before',
      data: { startField, start: starts.text(starts.codes[record] ?? noField).trim() },
      related: [{ at: () => at.field(record, start), message: 'start' }],
      ...(isSame ? { severity: 'warning', group: `${table.file} ${startField}` } : {}),
    });
    return true;
  };
  const all = new Uint8Array(table.recordCount).fill(1);
  yield* eachCombination(all, [starts, table.values(end)], look);
}
