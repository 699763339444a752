import { defineRule } from './engine/define-rule';
import { columnOf } from './shared/links';
import { meaningReader, textIn } from './shared/meanings';

type Message = 'none';

export default defineRule<Message>({
  id: 'school-without-parent',
  area: 'sense',
  severity: 'information',
  summary: 'A school names no organization that it is part of.',
  messages: { none: 'The school "{name}" names no organization that it is part of, such as its district' },
  roster({ roster, at, report }) {
    const parent = columnOf(roster, 'orgs', 'parentSourcedId');
    const typeOf = parent === undefined ? undefined : meaningReader(parent.table, 'type');
    if (parent === undefined || typeOf === undefined || parent.table.mode !== 'bulk') return;
    const { table, column } = parent;
    const active = table.active();
    const records = [...active.keys()].filter((record) => active[record] === 1);
    // Where there is nothing but schools, they all say the same.
    const hasOthers = records.some((record) => typeOf(record) !== 'school');
    for (const record of records) {
      if (typeOf(record) !== 'school' || textIn(table, record, 'parentSourcedId') !== '') continue;
      report({
        at: () => at(table).field(record, column),
        message: 'none',
        data: { name: textIn(table, record, 'name') },
        ...(hasOthers ? {} : { group: table.file }),
      });
    }
  },
});
