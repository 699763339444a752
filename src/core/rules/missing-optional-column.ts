import { defineRule } from './engine/define-rule';
import { pairHeader } from './shared/header-pairs';
import { missingColumns, placeForMissing } from './shared/missing-columns';

export default defineRule({
  id: 'missing-optional-column',
  area: 'header',
  severity: 'error',
  summary: 'A column that may be empty is not in the header.',
  messages: {
    missing:
      'The column {column} is missing; its fields may stay empty, but the header has to name every column of the table',
  },
  table({ roster, table, report }) {
    const pairs = pairHeader(roster, table);
    // Without any known name, empty-file says that there is no header at all.
    if (pairs?.isHeader !== true) return;
    for (const { name } of missingColumns(table, pairs).optional) {
      report({ at: placeForMissing(table, pairs, name), message: 'missing', data: { column: name } });
    }
  },
});
