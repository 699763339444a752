import { comma, quote } from '../csv/bytes';
import { fieldRange } from '../csv/field';
import type { ByteEdit } from '../edits/byte-edit';
import { csvField } from '../edits/write-field';
import type { Table } from '../model/table';
import { encodeUtf8 } from '../text/utf8';
import type { Steps } from '../steps';
import { changeRecords } from './change-records';
import { demandColumns } from './editable-table';

/**
 * The edits that put an empty column of that name before the one at a place, or behind the last. It is written in quotes where
 * its neighbours are. Blank records stay as they are.
 * @throws RosterError where a field cannot be told from another
 */
export function* insertColumnSteps(table: Table, at: number, name: string): Steps<readonly ByteEdit[]> {
  yield* demandColumns(table);
  const { scan } = table;
  const isQuoted = isQuotedAt(table, 0, at);
  const header = encodeUtf8(csvField(name, isQuoted));
  return yield* changeRecords(table, {
    rangeOf(record) {
      const count = table.fieldCount(record);
      const place = at < count ? fieldRange(scan, record, at).start : fieldRange(scan, record, count - 1).end;
      return { start: place, end: place };
    },
    write(record, text) {
      // A record may lack fields that a spreadsheet's empty columns would have.
      for (let count = table.fieldCount(record); count <= at; count++) text.add(separator);
      if (record === 0) text.add(header);
      else if (isQuoted && isQuotedAt(table, record, at)) text.add(emptyQuotes);
      if (at < table.fieldCount(record)) text.add(separator);
    },
  });
}

const separator = Uint8Array.of(comma);
const emptyQuotes = Uint8Array.of(quote, quote);

/** Whether the field next to a place stands in quotes. */
function isQuotedAt({ scan, header }: Table, record: number, at: number): boolean {
  const { start } = fieldRange(scan, record, at > 0 ? at - 1 : Math.min(at, header.length - 1));
  return scan.bytes[start] === quote;
}
