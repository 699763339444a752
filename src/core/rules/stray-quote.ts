import { columnAt, fieldRange, recordAt, type ByteRange } from '../csv/field';
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
    let openIn = -1;
    for (const start of scan.strayQuotes) {
      if (scan.bytes[start] !== quote) {
        report({ at: restOfField(table, start), message: 'after' });
        continue;
      }
      const record = recordAt(scan, start);
      const field = fieldRange(scan, record, columnAt(scan, record, start));
      const closes = openIn === record && isBlank(scan.bytes, start + 1, field.end);
      openIn = opensOnly(scan.bytes, field, start) ? record : -1;
      // The other end of a quoted value with a blank before it and commas in it: the same defect.
      if (!closes) report({ at: placeInRecord(table, start, start + 1), message: 'inside' });
    }
  },
});

/** Whether a quote would open its field but for blanks before it, and nothing in the field closes it. */
function opensOnly(bytes: Uint8Array, field: ByteRange, at: number): boolean {
  return isBlank(bytes, field.start, at) && !bytes.subarray(at + 1, field.end).includes(quote);
}

function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  return bytes.subarray(start, end).every((byte) => byte === 0x20 || byte === 0x09);
}

function restOfField(table: Table, start: number): Place {
  const record = recordAt(table.scan, start);
  const { end } = fieldRange(table.scan, record, columnAt(table.scan, record, start));
  return placeInRecord(table, start, end);
}
