import { recordRange } from '../csv/field';
import type { CsvScan } from '../csv/csv-scan';
import { defineRule } from './engine/define-rule';
import { placeInRecord } from './shared/place-in-record';

const carriageReturn = 0x0d;

export default defineRule({
  id: 'wrong-line-ends',
  area: 'bytes',
  severity: 'error',
  summary: 'Records end with CRLF, but the profile demands LF.',
  runsOn: 'any-table',
  messages: {
    crlf: 'Records end with CRLF (here and in all at {count} of {total}); {profile} demands LF alone',
  },
  table({ roster, table, report }) {
    const { scan, fact } = table;
    const { crlf, lf } = scan.lineEnds;
    if (fact === undefined || roster.profile.lineEnds !== 'lf' || crlf === 0) return;
    const start = firstCarriageReturn(scan);
    report({
      at: placeInRecord(table, start, start + 2),
      message: 'crlf',
      data: { count: crlf, total: crlf + lf, profile: roster.profile.title },
    });
  },
});

/** The first one that is part of a line end. */
function firstCarriageReturn(scan: CsvScan): number {
  for (let record = 0; record < scan.recordCount; record++) {
    const { end } = recordRange(scan, record);
    if (scan.bytes[end] === carriageReturn) return end;
  }
  return scan.textStart;
}
