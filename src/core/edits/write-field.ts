import { quote } from '../csv/bytes';
import { fieldRange } from '../csv/field';
import type { Table } from '../model/table';
import type { ByteEdit } from './byte-edit';

/** A value as a CSV file writes it: in quotes where it has to be, or is to be, with quotes inside doubled. */
export function csvField(value: string, quoted = false): string {
  return quoted || /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** The edit that gives a field another value. It stays in quotes if it was, and gets them if the value needs them. */
export function writeField(table: Table, record: number, column: number, value: string): ByteEdit {
  const { start, end } = fieldRange(table.scan, record, column);
  return { start, end, text: csvField(value, table.bytes[start] === quote) };
}
