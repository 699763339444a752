import type { CsvScan } from '../../csv/csv-scan';

/**
 * Tells whether a record holds a stray or unclosed quote or a bare carriage return, any of which may displace its fields.
 * Records have to be asked about from top to bottom, so that a file full of them is still read once.
 */
export function malformedRecords(scan: CsvScan): (record: number) => boolean {
  const cursors = [scan.strayQuotes, scan.unclosedQuotes, scan.bareCarriageReturns].map((offsets) => ({
    offsets,
    at: 0,
  }));
  return (record) => {
    const start = scan.recordStarts[record] ?? 0;
    const next = scan.recordStarts[record + 1] ?? scan.bytes.length;
    return cursors.some((cursor) => {
      while ((cursor.offsets[cursor.at] ?? next) < start) cursor.at++;
      return (cursor.offsets[cursor.at] ?? next) < next;
    });
  };
}
