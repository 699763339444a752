import { fieldCount, fieldRange, recordRange } from '../../csv/field';
import type { ByteEdit } from '../../edits/byte-edit';
import { csvField } from '../../edits/write-field';
import { emptyCode, noField } from '../../model/distinct-values';
import type { Table } from '../../model/table';
import { isBlankLine } from '../../rules/shared/blank-line';
import { decodeUtf8, firstInvalidUtf8 } from '../../text/utf8';
import type { RosterChange } from '../engine/roster-change';

/** The change that puts an empty column behind another one, or first where that is -1. */
export function insertColumn(table: Table, name: string, behind: number): RosterChange {
  return columnsChange(table, (record) => {
    const text = record === 0 ? csvField(name) : '';
    if (behind >= 0) return at(fieldRange(table.scan, record, behind).end, `,${text}`);
    return at(recordRange(table.scan, record).start, `${text},`);
  });
}

/** The change that takes a column out. */
export function removeColumn(table: Table, column: number): RosterChange {
  return columnsChange(table, (record) => {
    const count = fieldCount(table.scan, record);
    if (column >= count) return undefined;
    const field = fieldRange(table.scan, record, column);
    if (column > 0) return { start: field.start - 1, end: field.end, text: '' };
    return { start: field.start, end: count > 1 ? field.end + 1 : field.end, text: '' };
  });
}

/**
 * The change that puts the columns into another order: `order[i]` is the column that comes to stand at place `i`. What stands
 * before the first and behind the last column that moves is not touched.
 */
export function arrangeColumns(table: Table, order: readonly number[]): RosterChange {
  const first = order.findIndex((column, place) => column !== place);
  const last = order.findLastIndex((column, place) => column !== place);
  const moved = order.slice(first, last + 1);
  return columnsChange(table, (record) => {
    const fields = moved.map((column) => fieldRange(table.scan, record, column));
    const { start } = fieldRange(table.scan, record, first);
    const { end } = fieldRange(table.scan, record, last);
    return {
      start,
      end,
      text: fields.map((field) => decodeUtf8(table.bytes, field.start, field.end)).join(','),
    };
  });
}

/** Whether columns can be put into another order: every record has all of them, and no byte would be lost on the way. */
export function canArrange({ scan, isRegular, bytes }: Table): boolean {
  return isRegular && scan.unclosedQuotes.length === 0 && (!scan.hasNonAscii || firstInvalidUtf8(bytes) < 0);
}

/** Whether no record has anything in a column. */
export function isEmptyColumn(table: Table, column: number): boolean {
  return table
    .values(column)
    .codes.every((code, record) => record === 0 || code === emptyCode || code === noField);
}

/** An edit for each record that is no blank line. */
function columnsChange(table: Table, edit: (record: number) => ByteEdit | undefined): RosterChange {
  const edits: ByteEdit[] = [];
  for (let record = 0; record < table.recordCount; record++) {
    if (record > 0 && isBlankLine(table.scan, record)) continue;
    const made = edit(record);
    if (made !== undefined) edits.push(made);
  }
  return { kind: 'edit', columns: true, file: table.file, edits };
}

function at(offset: number, text: string): ByteEdit {
  return { start: offset, end: offset, text };
}
