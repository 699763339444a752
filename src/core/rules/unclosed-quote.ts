import { defineRule } from './engine/define-rule';
import { placeInRecord } from './shared/place-in-record';

export default defineRule({
  id: 'unclosed-quote',
  area: 'csv',
  severity: 'error',
  summary: 'A quote is opened and never closed.',
  messages: {
    unclosed:
      'The quote that opens here, in record {record}, is never closed; close it at the end of the field',
  },
  table({ table, report }) {
    if (table.fact === undefined) return;
    for (const start of table.scan.unclosedQuotes) {
      report({ at: placeInRecord(table, start, start + 1), message: 'unclosed' });
    }
  },
});
