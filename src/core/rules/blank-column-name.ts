import { defineRule } from './engine/define-rule';
import { pairHeader } from './shared/header-pairs';

export default defineRule({
  id: 'blank-column-name',
  area: 'header',
  severity: 'error',
  summary: 'A column has no name.',
  messages: {
    blank: 'Column {number} has no name',
    meant: 'Column {number} has no name; here belongs {column}',
  },
  table({ roster, table, at, report }) {
    const pairs = pairHeader(roster, table);
    if (pairs?.isHeader !== true) return;
    const width = table.trailingFrom() ?? table.header.length;
    for (const { index, kind, column } of pairs.names) {
      if (kind !== 'blank' || index >= width) continue;
      const number = index + 1;
      if (column === undefined) report({ at: at.field(0, index), message: 'blank', data: { number } });
      else report({ at: at.field(0, index), message: 'meant', data: { number, column, suggestion: column } });
    }
  },
});
