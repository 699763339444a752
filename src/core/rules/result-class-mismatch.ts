import { defineRule } from './engine/define-rule';
import { linkOf } from './shared/links';
import { textIn } from './shared/meanings';

type Message = 'other' | 'lineItem';

export default defineRule<Message>({
  id: 'result-class-mismatch',
  area: 'sense',
  severity: 'warning',
  versions: ['1.2'],
  summary: 'A result names another class than its line item.',
  messages: {
    other: '{field} is "{value}", but the line item is of the class "{class}"',
    lineItem: 'The class of the line item',
  },
  roster({ roster, at, report }) {
    const classes = linkOf(roster, 'results', 'classSourcedId');
    const items = linkOf(roster, 'results', 'lineItemSourcedId');
    const itemClasses = linkOf(roster, 'lineItems', 'classSourcedId');
    if (classes === undefined || items === undefined || itemClasses === undefined) return;
    const { table } = classes;
    const active = table.active();
    for (let record = 1; record < active.length; record++) {
      const found = active[record] === 1 ? classes.of(record) : 0;
      const item = items.of(record);
      const expected = item === 0 ? 0 : itemClasses.of(item);
      if (found === 0 || expected === 0 || found === expected) continue;
      const there = () => at(itemClasses.table).field(item, itemClasses.column);
      report({
        at: () => at(table).field(record, classes.column),
        message: 'other',
        data: { class: textIn(itemClasses.table, item, 'classSourcedId') },
        group: `${String(item)} ${String(found)}`,
        related: [{ at: there, message: 'lineItem' }],
      });
    }
  },
});
