import { quote } from '../csv/bytes';
import { fieldRange } from '../csv/field';
import type { ByteEdit } from '../edits/byte-edit';
import { csvField } from '../edits/write-field';
import type { Table } from '../model/table';
import { demandColumns } from './editable-table';

/**
 * The edits that put an empty column of that name before the one at a place, or behind the last. It is written in quotes where
 * its neighbours are. Blank records stay as they are.
 * @throws RosterError where a field cannot be told from another
 */
export function insertColumn(table: Table, at: number, name: string): readonly ByteEdit[] {
  demandColumns(table);
  const edits: ByteEdit[] = [];
  for (let record = 0; record < table.recordCount; record++) {
    if (record > 0 && table.isBlank(record)) continue;
    edits.push(insertField(table, record, at, record === 0 ? name : ''));
  }
  return edits;
}

function insertField(table: Table, record: number, at: number, value: string): ByteEdit {
  const { scan } = table;
  const count = table.fieldCount(record);
  const text = csvField(value, isQuotedAt(table, 0, at) && isQuotedAt(table, record, at));
  if (at < count) {
    const { start } = fieldRange(scan, record, at);
    return { start, end: start, text: `${text},` };
  }
  // A record may lack fields that a spreadsheet's empty columns would have.
  const { end } = fieldRange(scan, record, count - 1);
  return { start: end, end, text: `${','.repeat(at - count + 1)}${text}` };
}

/** Whether the field next to a place stands in quotes. */
function isQuotedAt({ scan, header }: Table, record: number, at: number): boolean {
  const { start } = fieldRange(scan, record, at > 0 ? at - 1 : Math.min(at, header.length - 1));
  return scan.bytes[start] === quote;
}
