import { defineRule } from './engine/define-rule';
import { foldedCodes } from './shared/folded-codes';
import { columnOf } from './shared/links';
import { repeatsOf } from './shared/repeated-values';

type Message = 'repeated' | 'first';

export default defineRule<Message>({
  id: 'duplicate-username',
  area: 'key',
  severity: 'warning',
  summary: 'Two people have the same username.',
  messages: {
    repeated:
      '{field} "{value}" is already that of another person, in record {firstRecord}; letter case does not count',
    first: 'The first person with this username',
  },
  roster({ roster, at, report }) {
    const place = columnOf(roster, 'users', 'username');
    if (place === undefined) return;
    const { table, column } = place;
    const keys = foldedCodes(table.values(column));
    for (const { record, first } of repeatsOf(table, column, keys)) {
      report({
        at: () => at(table).field(record, column),
        message: 'repeated',
        data: { firstRecord: String(first + 1) },
        group: String(first),
        related: [{ at: () => at(table).field(first, column), message: 'first' }],
      });
    }
  },
});
