import type { CsvScan } from '../csv/csv-scan';
import { csvField } from '../edits/write-field';
import type { Table } from '../model/table';
import type { Steps } from '../steps';
import { byteOrderMark, encodeUtf8 } from '../text/utf8';
import { ByteWriter } from './byte-writer';
import type { FieldPlan } from './field-plan';
import type { AddedRecord } from './step-context';
import type { TablePlan } from './table-plan';

/** How many records are written in one step. */
const atOnce = 4096;

const comma = encodeUtf8(',');

/** The bytes of a converted table, in steps. Its byte order mark and line ends are those of the old file. */
export function* writeTable(plan: TablePlan, added: readonly AddedRecord[]): Steps<Uint8Array> {
  const { table, fields, isQuoted } = plan;
  if (plan.isUnchanged && added.length === 0) return table.bytes;
  const { scan } = table;
  const writer = new ByteWriter(scan.bytes.length * 1.2);
  const lineEnd = lineEndOf(table);
  if (table.textStart > 0) writer.write(Uint8Array.from(byteOrderMark));
  writeHeader(writer, plan);
  writer.write(lineEnd);
  for (let record = 1; record < table.recordCount; record++) {
    if (record % atOnce === 0) yield;
    if (!plan.isKept(record) || table.isBlank(record)) continue;
    writeRecord(writer, scan, record, fields);
    writer.write(lineEnd);
  }
  for (const { values } of added) {
    const texts = fields.map(({ name }) => csvField(values[name] ?? '', isQuoted));
    writer.write(encodeUtf8(texts.join(',')));
    writer.write(lineEnd);
  }
  return writer.finish();
}

/** What ends most of a file's records. */
export function lineEndOf({ scan }: Table): Uint8Array {
  return encodeUtf8(scan.lineEnds.crlf >= Math.max(scan.lineEnds.lf, 1) ? '\r\n' : '\n');
}

/** How many records a converted table has, the header left out. */
export function recordsOf({ table, leftOut }: TablePlan, added: number): number {
  return table.dataRecords - leftOut.reduce((sum, flag) => sum + flag, 0) + added;
}

function writeHeader(writer: ByteWriter, { fields, table, isQuoted }: TablePlan): void {
  for (const [index, { name, column }] of fields.entries()) {
    if (index > 0) writer.write(comma);
    if (table.header[column] === name) copyField(writer, table.scan, 0, column);
    else writer.write(encodeUtf8(csvField(name, isQuoted)));
  }
}

function writeRecord(writer: ByteWriter, scan: CsvScan, record: number, fields: readonly FieldPlan[]): void {
  let isFirst = true;
  for (const field of fields) {
    if (!isFirst) writer.write(comma);
    isFirst = false;
    const replaced = field.at(record);
    if (replaced === undefined) copyField(writer, scan, record, field.column);
    else writer.write(replaced);
  }
}

/** Copies a field as it stands, quotes included. */
export function copyField(writer: ByteWriter, scan: CsvScan, record: number, column: number): void {
  const first = scan.firstFields[record] ?? 0;
  if (column >= (scan.firstFields[record + 1] ?? first) - first) return;
  const end = scan.fieldEnds[first + column] ?? 0;
  const start = column === 0 ? scan.recordStarts[record] : (scan.fieldEnds[first + column - 1] ?? 0) + 1;
  writer.copy(scan.bytes, start ?? 0, end);
}
