import { columnAt, fieldRange, recordAt } from '../csv/field';
import type { Table } from '../model/table';
import { defineRule } from './engine/define-rule';
import type { Place } from './engine/problem';
import { placeInRecord } from './shared/place-in-record';

const quote = 0x22;

export default defineRule({
  id: 'stray-quote',
  area: 'csv',
  severity: 'error',
  summary: 'A quote stands inside an unquoted field, or text after a closing quote.',
  messages: {
    inside:
      'A quote stands inside a field that does not begin with one; put the field in quotes and double this one',
    after: 'Text stands after the closing quote; a quote that belongs to the value has to be doubled ("")',
  },
  table({ table, report }) {
    const { scan, fact } = table;
    if (fact === undefined) return;
    for (const start of scan.strayQuotes) {
      if (scan.bytes[start] === quote) {
        report({ at: placeInRecord(table, start, start + 1), message: 'inside' });
      } else report({ at: restOfField(table, start), message: 'after' });
    }
  },
});

function restOfField(table: Table, start: number): Place {
  const record = recordAt(table.scan, start);
  const { end } = fieldRange(table.scan, record, columnAt(table.scan, record, start));
  return placeInRecord(table, start, end);
}
