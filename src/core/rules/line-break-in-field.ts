import { contentRange, fieldCount, recordRange } from '../csv/field';
import type { CsvScan } from '../csv/csv-scan';
import { defineRule, type TableContext } from './engine/define-rule';
import { placeInRecord } from './shared/place-in-record';

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const quote = 0x22;

type Message = 'broken';

export default defineRule<Message>({
  id: 'line-break-in-field',
  area: 'csv',
  severity: 'error',
  summary: 'A field holds a line break.',
  messages: {
    broken: '{field} holds a line break; OneRoster allows none inside a field, not even in quotes',
  },
  table(context) {
    const { scan, fact } = context.table;
    if (fact === undefined || !scan.hasLineBreaks) return;
    const nextLineFeed = finder(scan.bytes, lineFeed);
    const nextCarriageReturn = finder(scan.bytes, carriageReturn);
    for (let record = 0; record < scan.recordCount; record++) {
      const { start, end } = recordRange(scan, record);
      if (Math.min(nextLineFeed(start), nextCarriageReturn(start)) < end) checkRecord(context, record);
    }
  },
});

function checkRecord({ table, report }: TableContext<Message>, record: number): void {
  const { scan, header } = table;
  for (let column = 0; column < fieldCount(scan, record); column++) {
    const { start, end } = contentRange(scan, record, column);
    // A carriage return in unquoted text is bare-carriage-return's.
    if (start === 0 || scan.bytes[start - 1] !== quote) continue;
    const at = firstBreak(scan, start, end);
    if (at < 0) continue;
    const length = scan.bytes[at] === carriageReturn && scan.bytes[at + 1] === lineFeed ? 2 : 1;
    const field = header[column] ?? `Field ${String(column + 1)}`;
    report({
      at: placeInRecord(table, at, Math.min(at + length, end)),
      message: 'broken',
      data: { field: record === 0 ? 'A column name' : field },
    });
  }
}

function firstBreak({ bytes }: CsvScan, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    if (bytes[at] === lineFeed || bytes[at] === carriageReturn) return at;
  }
  return -1;
}

/** Finds a byte from ascending offsets on; each byte of the file is looked at once however often it is asked. */
function finder(bytes: Uint8Array, wanted: number): (from: number) => number {
  let found = -1;
  return (from) => {
    if (found < from) {
      const at = bytes.indexOf(wanted, from);
      found = at < 0 ? Infinity : at;
    }
    return found;
  };
}
