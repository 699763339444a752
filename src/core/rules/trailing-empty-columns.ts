import { fieldCount, fieldRange, isBlankRecord, recordRange } from '../csv/field';
import { defineRule } from './engine/define-rule';

export default defineRule({
  id: 'trailing-empty-columns',
  area: 'csv',
  severity: 'warning',
  summary: 'The records end with empty columns that have no name.',
  messages: {
    header:
      'The header ends with empty columns that have no name (in all: {extra}); spreadsheets leave such columns',
    records:
      'Records end with empty fields that belong to no column (in all: {count}); spreadsheets leave such fields',
  },
  table({ table, report }) {
    const { scan, file, header, fact } = table;
    const width = fact === undefined ? undefined : table.trailingFrom();
    if (width === undefined) return;
    const longer = longRecords();
    const record = width < header.length ? 0 : longer.first;
    const start = Math.max(fieldRange(scan, record, width - 1).end, 0);
    report({
      at: { file, record: record + 1, start, end: recordRange(scan, record).end },
      message: width < header.length ? 'header' : 'records',
      data: { extra: header.length - width, count: longer.count, columns: width },
    });

    function longRecords(): { readonly first: number; readonly count: number } {
      let first = 0;
      let count = 0;
      for (let each = 1; each < scan.recordCount; each++) {
        if (fieldCount(scan, each) <= (width ?? 0) || isBlankRecord(scan, each)) continue;
        if (count++ === 0) first = each;
      }
      return { first, count };
    }
  },
});
