import { fieldRange } from '../csv/field';
import type { ByteEdit } from '../edits/byte-edit';
import type { Table } from '../model/table';
import { decodeUtf8 } from '../text/utf8';
import { demandColumns } from './editable-table';

/**
 * The edits that move a column to another place; those between move up. Each field keeps its bytes, quotes included, and blank
 * records stay as they are.
 * @throws RosterError where a field cannot be told from another
 */
export function moveColumn(table: Table, from: number, to: number): readonly ByteEdit[] {
  demandColumns(table);
  if (from === to) return [];
  const edits: ByteEdit[] = [];
  for (let record = 0; record < table.recordCount; record++) {
    if (record > 0 && table.isBlank(record)) continue;
    edits.push(moveField(table, record, from, to));
  }
  return edits;
}

function moveField({ scan }: Table, record: number, from: number, to: number): ByteEdit {
  const first = Math.min(from, to);
  const last = Math.max(from, to);
  const fields: string[] = [];
  for (let column = first; column <= last; column++) {
    const { start, end } = fieldRange(scan, record, column);
    fields.push(decodeUtf8(scan.bytes, start, end));
  }
  fields.splice(to - first, 0, ...fields.splice(from - first, 1));
  const { start } = fieldRange(scan, record, first);
  return { start, end: fieldRange(scan, record, last).end, text: fields.join(',') };
}
