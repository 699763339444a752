import { comma } from '../../csv/bytes';
import { fieldRange, type ByteRange } from '../../csv/field';
import type { ByteEdit } from '../../edits/byte-edit';
import { csvField } from '../../edits/write-field';
import type { Table } from '../../model/table';
import { decodeUtf8 } from '../../text/utf8';

/** The item of a field at the cursor; its bytes are what an accepted value takes the place of. */
export interface CompletionPlace extends ByteRange {
  /** The header is record 0; a line without a record yet has the number of records. */
  readonly record: number;
  readonly column: number;
  /** What stands before the cursor. */
  readonly typed: string;
  /** The other items of a list. */
  readonly others: readonly string[];
  /** Whether the value stands between quotes. */
  readonly isQuoted: boolean;
  /** Whether the closing quote is still to be written. */
  readonly isOpen: boolean;
  /** What has to change beside the value. */
  readonly also: readonly ByteEdit[];
}

/** The edit that puts a value in its place. It gets quotes where it needs them. */
export function editOf(place: CompletionPlace, value: string): ByteEdit {
  const { start, end, isQuoted, isOpen } = place;
  const text = isQuoted ? value.replaceAll('"', '""') + (isOpen ? '"' : '') : csvField(value);
  return { start, end, text };
}

/** Whether a column holds lists. */
export function isList(table: Table, column: number): boolean {
  return table.columnFact(column)?.list === true;
}

/** The place in a field, whose content may lie in quotes. */
export function placeInField(
  table: Table,
  record: number,
  column: number,
  content: ByteRange,
  offset: number,
): CompletionPlace | undefined {
  if (offset < content.start || offset > content.end) return undefined;
  const { bytes } = table;
  const field = fieldRange(table.scan, record, column);
  const isQuoted = content.start > field.start;
  const item = isList(table, column) && record > 0 ? itemAt(bytes, content, offset) : content;
  const others =
    item === content
      ? []
      : [...itemsOf(bytes, content.start, item.start), ...itemsOf(bytes, item.end, content.end)];
  const typed = textOf(bytes, item.start, offset, isQuoted);
  return { record, column, ...item, typed, others, isQuoted, isOpen: false, also: [] };
}

/** The items between two offsets, without blanks round them. */
export function itemsOf(bytes: Uint8Array, start: number, end: number): readonly string[] {
  return decodeUtf8(bytes, start, end)
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** The item of a list at an offset. Blanks round it stay, those that the cursor stands in aside. */
export function itemAt(bytes: Uint8Array, content: ByteRange, offset: number): ByteRange {
  let start = offset;
  let end = offset;
  while (start > content.start && bytes[start - 1] !== comma) start--;
  while (end < content.end && bytes[end] !== comma) end++;
  while (start < offset && isBlank(bytes[start])) start++;
  while (end > offset && isBlank(bytes[end - 1])) end--;
  return { start, end };
}

/** What stands between two offsets; quotes that are doubled in quotes count once. */
export function textOf(bytes: Uint8Array, start: number, end: number, isQuoted: boolean): string {
  const text = decodeUtf8(bytes, start, end);
  return isQuoted ? text.replaceAll('""', '"') : text;
}

function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09;
}

/** A place where nothing stands yet. */
export function emptyPlace(record: number, offset: number): CompletionPlace {
  return {
    record,
    column: 0,
    start: offset,
    end: offset,
    typed: '',
    others: [],
    isQuoted: false,
    isOpen: false,
    also: [],
  };
}
