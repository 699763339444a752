import { defineRule } from './engine/define-rule';
import { columnOf } from './shared/links';
import { repeatsOf } from './shared/repeated-values';

type Message = 'repeated' | 'first';

export default defineRule<Message>({
  id: 'duplicate-master-identifier',
  area: 'key',
  severity: 'warning',
  versions: ['1.2'],
  summary: 'Two people have the same master identifier.',
  messages: {
    repeated:
      '{field} "{value}" is already that of another person, in record {firstRecord}; no two people share one',
    first: 'The first person with this identifier',
  },
  roster({ roster, at, report }) {
    const place = columnOf(roster, 'users', 'userMasterIdentifier');
    if (place === undefined) return;
    const { table, column } = place;
    for (const { record, first } of repeatsOf(table, column)) {
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
