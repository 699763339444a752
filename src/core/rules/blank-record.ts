import { defineRule } from './engine/define-rule';
import { isBlankLine } from './shared/blank-line';

export default defineRule({
  id: 'blank-record',
  area: 'csv',
  severity: 'warning',
  summary: 'A line is empty or holds nothing but commas.',
  messages: {
    blank: 'Record {record} is blank; take the line out',
  },
  table({ table, at, report }) {
    const { scan, fact } = table;
    if (fact === undefined || scan.oddRecords === 0) return;
    let firstOfRun = 0;
    for (let record = 1; record < scan.recordCount; record++) {
      if (!isBlankLine(scan, record)) {
        firstOfRun = 0;
        continue;
      }
      if (firstOfRun === 0) firstOfRun = record;
      // Blank lines one below the other came at once, and go at once.
      report({ at: at.record(record), message: 'blank', group: `${table.file} ${String(firstOfRun)}` });
    }
  },
});
