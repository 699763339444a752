import { recordRange } from '../csv/field';
import { defineRule } from './engine/define-rule';
import { placeInRecord } from './shared/place-in-record';

export default defineRule({
  id: 'bare-carriage-return',
  area: 'bytes',
  severity: 'error',
  summary: 'A carriage return stands without a line feed.',
  runsOn: 'any-table',
  messages: {
    all: 'The records end with a carriage return (CR) alone, as on very old Macs; they have to end with CRLF or LF',
    one: 'A carriage return (CR) stands here without a line feed; records end with CRLF or LF',
  },
  table({ table, report }) {
    const { scan, fact } = table;
    if (fact === undefined) return;
    if (scan.lineEnds.cr > 0) {
      const { end } = recordRange(scan, 0);
      report({ at: placeInRecord(table, end, end + 1), message: 'all', data: { count: scan.lineEnds.cr } });
    }
    // A file that was converted twice has one before every line end, which is one defect.
    for (const start of scan.bareCarriageReturns) {
      report({ at: placeInRecord(table, start, start + 1), message: 'one', group: table.file });
    }
  },
});
