import { recordRange } from '../csv/field';
import type { CsvScan } from '../csv/csv-scan';
import { defineRule } from './engine/define-rule';
import { placeInRecord } from './shared/place-in-record';

const lineFeed = 0x0a;

export default defineRule({
  id: 'mixed-line-endings',
  area: 'bytes',
  severity: 'warning',
  summary: 'Some records end with CRLF and others with LF.',
  runsOn: 'any-table',
  messages: {
    mixed: 'Line ends are mixed: {rare} here and at {count} of {total} records, {usual} at the others',
  },
  table({ roster, table, report }) {
    const { scan, fact } = table;
    const { crlf, lf } = scan.lineEnds;
    // Where the profile settles which one is right, the others are wrong, which is another rule's.
    if (roster.profile.lineEnds !== 'any') return;
    if (fact === undefined || crlf === 0 || lf === 0) return;
    const isLfRare = lf <= crlf;
    const start = firstLineEnd(scan, isLfRare);
    report({
      at: placeInRecord(table, start, start + (isLfRare ? 1 : 2)),
      message: 'mixed',
      data: {
        count: Math.min(lf, crlf),
        total: lf + crlf,
        rare: isLfRare ? 'LF' : 'CRLF',
        usual: isLfRare ? 'CRLF' : 'LF',
      },
    });
  },
});

function firstLineEnd(scan: CsvScan, wantsLf: boolean): number {
  for (let record = 0; record < scan.recordCount; record++) {
    const { end } = recordRange(scan, record);
    if ((scan.bytes[end] === lineFeed) === wantsLf) return end;
  }
  return scan.textStart;
}
