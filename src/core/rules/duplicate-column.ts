import { defineRule } from './engine/define-rule';
import { pairHeader } from './shared/header-pairs';

export default defineRule({
  id: 'duplicate-column',
  area: 'header',
  severity: 'error',
  summary: 'The header names a column twice.',
  messages: {
    again: 'The column "{value}" is there already, as column {first}; a header names each column once',
    first: 'It stands here first',
  },
  table({ roster, table, at, report }) {
    const pairs = pairHeader(roster, table);
    // In a record that is no header at all, equal values mean nothing.
    if (pairs?.isHeader !== true) return;
    for (const { index, kind, first } of pairs.names) {
      if (kind !== 'earlier' || first === undefined) continue;
      report({
        at: at.field(0, index),
        message: 'again',
        data: { first: first + 1 },
        related: [{ at: at.field(0, first), message: 'first' }],
      });
    }
  },
});
