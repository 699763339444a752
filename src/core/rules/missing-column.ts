import { defineRule } from './engine/define-rule';
import { pairHeader } from './shared/header-pairs';
import { missingColumns, placeForMissing } from './shared/missing-columns';

export default defineRule({
  id: 'missing-column',
  area: 'header',
  severity: 'error',
  summary: 'A column that needs a value in every record is not in the header.',
  messages: {
    missing: 'The column {column} is missing; every {recordName} needs a value in it',
  },
  table({ roster, table, report }) {
    const pairs = pairHeader(roster, table);
    // Without any known name, empty-file says that there is no header at all.
    if (pairs?.isHeader !== true || table.fact === undefined) return;
    const recordName = table.fact.record;
    for (const { name } of missingColumns(table, pairs).needed) {
      report({
        at: placeForMissing(table, pairs, name),
        message: 'missing',
        data: { column: name, recordName },
      });
    }
  },
});
