import { contentRange, fieldCount, recordAt } from '../csv/field';
import { splitItems } from '../model/references';
import type { Table } from '../model/table';
import type { ColumnFact } from '../spec/types';

/** What a stretch of a file is to be marked as: a record's own id, or the id of another record. */
export type TokenType = 'id' | 'reference';

export interface Token {
  readonly type: TokenType;
  readonly start: number;
  readonly end: number;
}

/** The ids and references in the records that the bytes `start` to `end` touch, from top to bottom. */
export function tokensBetween(table: Table, start: number, end: number): readonly Token[] {
  const columns = markedColumns(table);
  if (columns.length === 0 || !table.readable) return [];
  const { scan } = table;
  const tokens: Token[] = [];
  const last = recordAt(scan, end);
  for (let record = Math.max(recordAt(scan, start), 1); record <= last; record++) {
    if (fieldCount(scan, record) !== table.header.length) continue;
    for (const { index, type, isList } of columns) {
      const content = contentRange(scan, record, index);
      const items = isList
        ? splitItems(scan.bytes, content.start, content.end)
        : ([[content.start, content.end]] as const);
      for (const [from, to] of items) if (from < to) tokens.push({ type, start: from, end: to });
    }
  }
  return tokens;
}

interface MarkedColumn {
  readonly index: number;
  readonly type: TokenType;
  readonly isList: boolean;
}

function markedColumns(table: Table): readonly MarkedColumn[] {
  return [...table.header.keys()].flatMap((index) => {
    const fact = table.columnFact(index);
    return fact?.type === 'guid' ? [{ index, type: tokenType(fact), isList: fact.list === true }] : [];
  });
}

function tokenType(fact: ColumnFact): TokenType {
  return fact.reference === undefined ? 'id' : 'reference';
}
