import { defineRule, isTable } from './engine/define-rule';
import { dayText, openEnd, openStart, periodsOf } from './shared/periods';

type Message = 'before' | 'assigned';

export default defineRule<Message>({
  id: 'line-item-dates',
  area: 'sense',
  severity: 'warning',
  versions: ['1.1', '1.2'],
  summary: 'A line item is due before it is assigned.',
  messages: {
    before: '{field} is "{value}", before assignDate "{assigned}"',
    assigned: 'It is assigned on this day',
  },
  table({ table, at, report }) {
    if (!isTable(table, 'lineItems')) return;
    const { startColumn, endColumn, start, end } = periodsOf(table, 'assignDate', 'dueDate');
    const active = table.active();
    for (let record = 1; record < active.length; record++) {
      const assigned = start(record);
      const due = end(record);
      if (active[record] !== 1 || assigned <= openStart || due < 0 || due === openEnd || assigned <= due)
        continue;
      report({
        at: () => at.field(record, endColumn),
        message: 'before',
        data: { assigned: dayText(assigned) },
        related: [{ at: () => at.field(record, startColumn), message: 'assigned' }],
      });
    }
  },
});
