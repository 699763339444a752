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
    noHeader: 'The first record is not the header of {fileName}: it has none of its column names',
  },
  table({ roster, table, at, report }) {
    const pairs = pairHeader(roster, table);
    if (pairs === undefined || table.fact === undefined) return;
    if (!pairs.isHeader) {
      report({ at: at.record(0), message: 'noHeader', data: { fileName: table.fact.file } });
      return;
    }
    const recordName = table.fact.record;
    for (const { name } of missingColumns(table, pairs).needed) {
      report({ at: placeForMissing(table, pairs, name), message: 'missing', data: { column: name, recordName } });
    }
  },
});
