import type { Roster } from '../model/roster';
import type { Table } from '../model/table';
import { foldText } from '../text/fold-text';
import { keyColumn } from '../rules/shared/key-column';
import { describeRecord, nameColumnsOf, type RecordDescription } from './describe-record';
import { filterRecords } from './record-filter';

/** A record that was looked for. */
export interface FoundRecord extends RecordDescription {
  /** Its own id; empty where the table has none. */
  readonly id: string;
}

export interface FoundRecords {
  readonly records: readonly FoundRecord[];
  /** How many there are, more than are listed perhaps. */
  readonly total: number;
}

/**
 * Finds records by what a person knows of them: the number that a spreadsheet shows, where the header is 1, the id, or words of the
 * name. The one with that number comes first, then those whose id is just that, then the others in their order.
 */
export function findRecords(roster: Roster, table: Table, query: string, most: number): FoundRecords {
  const words = query.trim();
  if (words === '' || !table.readable) return { records: [], total: 0 };
  const key = keyColumn(table);
  const columns = [...new Set([key, ...nameColumnsOf(table)])].filter((column) => column >= 0);
  const matching = filterRecords(table, words, columns);
  const numbered = recordOfNumber(table, words);
  const first = [...numbered, ...recordsOfId(table, key, words, matching)];
  const others: number[] = [];
  for (const record of matching) {
    if (others.length === most) break;
    if (!first.includes(record)) others.push(record);
  }
  const records = [...new Set([...first, ...others])].slice(0, most);
  const extra = numbered.some((record) => !matching.includes(record)) ? 1 : 0;
  return {
    records: records.map((record) => ({
      ...describeRecord(roster, table, record),
      id: key < 0 ? '' : table.text(record, key),
    })),
    total: matching.length + extra,
  };
}

function recordOfNumber(table: Table, words: string): readonly number[] {
  const number = /^\d+$/.test(words) ? Number(words) : 0;
  return number >= 1 && number <= table.recordCount ? [number - 1] : [];
}

/** Those of some records whose id is just these words, however they are written. */
function recordsOfId(table: Table, key: number, words: string, among: Uint32Array): readonly number[] {
  if (key < 0) return [];
  const id = foldText(words);
  const values = table.values(key);
  const found: number[] = [];
  for (const record of among) {
    const code = values.codes[record] ?? 0;
    const length = values.end(code) - values.start(code);
    // Only of those that may be: most ids are longer, and texts cost.
    if (length <= words.length * 3 && foldText(values.text(code)) === id) found.push(record);
  }
  return found;
}
