import { fieldCount, fieldText, isBlankRecord } from '../csv/field';
import type { CsvScan } from '../csv/csv-scan';

/** The delimiter other than a comma that splits this header, or undefined. */
export function otherDelimiter(header: readonly string[]): ';' | '\t' | '|' | undefined {
  const only = header[0];
  if (header.length !== 1 || only === undefined) return undefined;
  return ([';', '\t', '|'] as const).find((delimiter) => only.includes(delimiter));
}

/** The column names of a file; none where it is empty or begins with a blank line. */
export function readHeader(scan: CsvScan): readonly string[] {
  if (scan.recordCount === 0 || isBlankRecord(scan, 0)) return [];
  return Array.from({ length: fieldCount(scan, 0) }, (_, column) => fieldText(scan, 0, column));
}
