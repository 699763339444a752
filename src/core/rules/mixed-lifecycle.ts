import { noField } from '../model/distinct-values';
import type { Table } from '../model/table';
import { defineRule, type Report } from './engine/define-rule';

type Message = 'half' | 'blankAmongFilled' | 'filledAmongBlank';

export default defineRule<Message>({
  id: 'mixed-lifecycle',
  area: 'value',
  severity: 'error',
  versions: ['1.0'],
  summary:
    'A file has status and dateLastModified in some records and not in others, or only one of the two.',
  messages: {
    half: '{field} is empty although {other} is filled; a record has both or neither',
    blankAmongFilled:
      '{field} and {other} are empty here and filled in {count} other records; a file has them in every record or in none',
    filledAmongBlank:
      '{field} and {other} are filled here and empty in {count} other records; a file has them in every record or in none',
  },
  table({ table, at, report }) {
    const status = table.columnIndex('status');
    const date = table.columnIndex('dateLastModified');
    if (table.fact === undefined || status === -1 || date === -1) return;
    const fill = readFill(table, status, date);
    const { neither, both } = fill.counts;
    const odd = both === 0 || neither === 0 ? undefined : neither <= both ? Fill.neither : Fill.both;
    for (let record = 1; record < fill.records.length; record++) {
      const found = fill.records[record];
      if (found === Fill.status) half(record, date, 'status');
      else if (found === Fill.date) half(record, status, 'dateLastModified');
      else if (found !== undefined && found === odd) {
        const count = odd === Fill.neither ? both : neither;
        const message = odd === Fill.neither ? 'blankAmongFilled' : 'filledAmongBlank';
        add(record, status, { message, data: { other: 'dateLastModified', count } });
      }
    }

    function half(record: number, column: number, other: string): void {
      add(record, column, { message: 'half', data: { other } });
    }

    function add(record: number, column: number, found: Pick<Report<Message>, 'message' | 'data'>): void {
      report({
        ...found,
        at: at.field(record, column),
        group: `${table.file} ${found.message} ${String(column)}`,
      });
    }
  },
});

/** Which of the two fields a record has filled. 0 stands for a record that is not read by column. */
const Fill = { unread: 0, neither: 1, status: 2, date: 3, both: 4 } as const;

interface FillOfTable {
  readonly records: Uint8Array;
  readonly counts: { readonly neither: number; readonly both: number };
}

function readFill(table: Table, status: number, date: number): FillOfTable {
  const isStatus = filledFields(table, status);
  const isDate = filledFields(table, date);
  const records = new Uint8Array(table.recordCount);
  let neither = 0;
  let both = 0;
  for (let record = 1; record < records.length; record++) {
    if (!table.isIntact(record)) continue;
    const hasStatus = isStatus(record);
    const hasDate = isDate(record);
    if (hasStatus && hasDate) both++;
    if (!hasStatus && !hasDate) neither++;
    const filled = hasStatus ? (hasDate ? Fill.both : Fill.status) : hasDate ? Fill.date : Fill.neither;
    records[record] = filled;
  }
  return { records, counts: { neither, both } };
}

/** Tells whether a record's field holds more than blanks. */
function filledFields(table: Table, column: number): (record: number) => boolean {
  const values = table.values(column);
  const filled = Uint8Array.from({ length: values.size }, (_, code) =>
    values.text(code).trim() === '' ? 0 : 1,
  );
  return (record) => filled[values.codes[record] ?? noField] === 1;
}
