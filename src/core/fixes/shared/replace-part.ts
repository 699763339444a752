import type { ByteEdit } from '../../edits/byte-edit';
import { csvField } from '../../edits/write-field';
import { contentRange, fieldRange, type ByteRange } from '../../csv/field';
import type { Table } from '../../model/table';
import { decodeUtf8 } from '../../text/utf8';

/** A field of a table, the header being record 0. */
export interface FieldPlace {
  readonly table: Table;
  readonly record: number;
  readonly column: number;
}

/** The edit that puts a text in the place of a part of a field, which gets quotes round it if it needs them now. */
export function replacePart(place: FieldPlace, part: ByteRange, text: string): ByteEdit {
  if (isQuoted(place)) return { ...part, text: text.replaceAll('"', '""') };
  if (csvField(text) === text) return { start: part.start, end: part.end, text };
  const { table, record, column } = place;
  return { ...fieldRange(table.scan, record, column), text: csvField(withPart(place, part, text), true) };
}

/** A field's value with another text in the place of a part of it. */
export function withPart(place: FieldPlace, { start, end }: ByteRange, text: string): string {
  const { table, record, column } = place;
  const content = contentRange(table.scan, record, column);
  const read = (from: number, to: number) => {
    const found = decodeUtf8(table.bytes, from, to);
    return isQuoted(place) ? found.replaceAll('""', '"') : found;
  };
  return read(content.start, start) + text + read(end, content.end);
}

function isQuoted({ table, record, column }: FieldPlace): boolean {
  const field = fieldRange(table.scan, record, column);
  return contentRange(table.scan, record, column).start > field.start;
}
