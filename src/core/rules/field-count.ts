import { fieldCount, fieldRange, isEmptyFrom, recordRange } from '../csv/field';
import { guessSplitColumn } from '../model/guess-split-column';
import type { Table } from '../model/table';
import { defineRule, type TableContext } from './engine/define-rule';
import type { Place } from './engine/problem';
import { isBlankLine } from './shared/blank-line';
import { malformedRecords } from './shared/malformed-records';

type Message = 'few' | 'many' | 'comma' | 'empty' | 'all';

/** Guessing what went wrong takes time, so that only the first records get it. */
const mostGuesses = 1000;
/** In a file this long, one number of fields throughout that is not the header's is one defect and not many. */
const manyRecords = 10;

export default defineRule<Message>({
  id: 'field-count',
  area: 'csv',
  severity: 'error',
  summary: 'A record has more or fewer fields than the header.',
  messages: {
    few: 'Record {record} has only {found} of the {expected} fields that the header asks for; an empty field needs its comma too',
    many: 'Record {record} has {found} fields instead of {expected}; perhaps a value with a comma is not in quotes',
    comma:
      'Record {record} has {found} fields instead of {expected}; probably {column} holds a comma and is not in quotes',
    empty:
      'Record {record} has {found} fields instead of {expected}; it seems to have too many commas, for its end is empty',
    all: 'The number of fields in every record is {found}, but the header has {expected}',
  },
  table(context) {
    const { table } = context;
    if (table.fact === undefined || (table.scan.oddRecords === 0 && table.trailingFrom() === undefined))
      return;
    const trailing = table.trailingFrom();
    const offences = offendingRecords(table, trailing);
    const counts = new Set(offences.map((record) => fieldCount(table.scan, record)));
    const areAll =
      counts.size === 1 && offences.length >= manyRecords && offences.length === table.dataRecords;
    for (const [index, record] of offences.entries()) {
      reportRecord(context, record, trailing ?? table.header.length, areAll, index < mostGuesses);
    }
  },
});

/** Not among them: records whose fields a quote or carriage return has displaced, for which other rules speak. */
function offendingRecords(table: Table, trailing: number | undefined): readonly number[] {
  const { scan, header } = table;
  const isMalformed = malformedRecords(scan);
  const offences: number[] = [];
  for (let record = 1; record < scan.recordCount; record++) {
    const count = fieldCount(scan, record);
    if (count === header.length && trailing === undefined) continue;
    if (trailing !== undefined && count >= trailing && isEmptyFrom(scan, record, trailing)) continue;
    if (!isBlankLine(scan, record) && !isMalformed(record)) offences.push(record);
  }
  return offences;
}

function reportRecord(
  context: TableContext<Message>,
  record: number,
  expected: number,
  areAll: boolean,
  mayGuess: boolean,
): void {
  const { table, report } = context;
  const found = fieldCount(table.scan, record);
  const data = { found, expected };
  const at = placeOf(table, record, found, expected);
  if (areAll) {
    report({ at, message: 'all', data, group: table.file });
    return;
  }
  const split =
    found > expected && mayGuess ? guessSplitColumn(table, table.scan, record, found - expected) : undefined;
  const column = split === undefined ? undefined : table.header[split];
  if (column !== undefined) report({ at, message: 'comma', data: { ...data, column } });
  else if (split !== undefined) report({ at, message: 'empty', data });
  else report({ at, message: found > expected ? 'many' : 'few', data });
}

/** The fields too many, or the record's end where some are missing. */
function placeOf({ scan, file }: Table, record: number, found: number, expected: number): Place {
  const { end } = recordRange(scan, record);
  const surplus = found > expected ? fieldRange(scan, record, expected).start : end;
  // An empty field alone would show as nothing, so its comma goes with it.
  const start = found > expected && surplus === end ? surplus - 1 : surplus;
  return { file, record: record + 1, start, end };
}
