import { noField } from '../model/distinct-values';
import type { Table } from '../model/table';
import { defineRule } from './engine/define-rule';
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
  table({ table, at, report }) {
    for (const { start, end } of periods(table)) {
      const startField = table.header[start] ?? '';
      const starts = table.values(start);
      for (const { record, isSame } of misordered(table, start, end)) {
        report({
          at: () => at.field(record, end),
          message: isSame ? 'same' : 'before',
          data: { startField, start: starts.text(starts.codes[record] ?? noField).trim() },
          related: [{ at: () => at.field(record, start), message: 'start' }],
          ...(isSame ? { severity: 'warning', group: `${table.file} ${startField}` } : {}),
        });
      }
    }
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

function* misordered(
  table: Table,
  start: number,
  end: number,
): Generator<{ readonly record: number; readonly isSame: boolean }> {
  const startOf = dayReader(table, start, noDay);
  const endOf = dayReader(table, end, noDay);
  for (let record = 1; record < table.recordCount; record++) {
    const startDay = startOf(record);
    const endDay = endOf(record);
    if (startDay < endDay || startDay === noDay || endDay === noDay || !table.isIntact(record)) continue;
    yield { record, isSame: startDay === endDay };
  }
}
