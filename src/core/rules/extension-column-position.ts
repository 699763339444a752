import { defineRule } from './engine/define-rule';
import { pairHeader } from './shared/header-pairs';

export default defineRule({
  id: 'extension-column-position',
  area: 'header',
  severity: 'error',
  summary: "A column of one's own stands among the columns of the table.",
  messages: {
    early:
      'The column "{value}" stands left of {column}; columns of your own stand behind all columns of the table',
  },
  table({ roster, table, at, report }) {
    const pairs = pairHeader(roster, table);
    if (pairs === undefined) return;
    const known = new Set(pairs.expected.map(({ name }) => name));
    const last = pairs.names.filter(({ column }) => column !== undefined && known.has(column)).at(-1);
    if (last?.column === undefined) return;
    for (const { index, kind } of pairs.names) {
      if (kind !== 'extension' || index > last.index) continue;
      report({ at: at.field(0, index), message: 'early', data: { column: last.column } });
    }
  },
});
