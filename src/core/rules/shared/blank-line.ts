import { fieldCount, isBlankRecord, recordRange } from '../../csv/field';
import type { CsvScan } from '../../csv/csv-scan';

/**
 * Whether a record is blank to the eye: empty, only commas, or a line of blanks and commas that has not as many fields as the
 * header. (With as many fields, its blanks are values, and other rules judge them.)
 */
export function isBlankLine(scan: CsvScan, record: number): boolean {
  if (isBlankRecord(scan, record)) return true;
  if (fieldCount(scan, record) === fieldCount(scan, 0)) return false;
  const { start, end } = recordRange(scan, record);
  for (let at = start; at < end; at++) if (!isBlankByte(scan.bytes[at])) return false;
  return true;
}

function isBlankByte(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x2c || byte === 0x22;
}
