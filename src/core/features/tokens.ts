import { contentRange, fieldCount, recordAt } from '../csv/field';
import { splitItems } from '../model/list-items';
import type { Table } from '../model/table';
import type { ColumnFact, ColumnType } from '../spec/types';
import { nameColumnsOf } from './describe-record';

/**
 * What a stretch of a file is to be marked as: a record's own id, the id of another record, a day or time, one of a few values, a
 * number, what people call the record, other text.
 */
export type TokenType = 'id' | 'reference' | 'date' | 'choice' | 'number' | 'name' | 'text';

export interface Token {
  readonly type: TokenType;
  readonly start: number;
  readonly end: number;
}

/** What the fields are that the bytes `start` to `end` touch, record by record, from top to bottom. */
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
  /** Whether each item is marked by itself, because it has a meaning by itself. */
  readonly isList: boolean;
}

function markedColumns(table: Table): readonly MarkedColumn[] {
  const names = nameColumnsOf(table);
  return [...table.header.keys()].flatMap((index) => {
    const type = kindOfColumn(table, index, names);
    const isList = table.columnFact(index)?.list === true && type !== 'text';
    return type === undefined ? [] : [{ index, type, isList }];
  });
}

/** What the fields of a column are; undefined where the specification does not know it. */
export function kindOfColumn(
  table: Table,
  index: number,
  names = nameColumnsOf(table),
): TokenType | undefined {
  const fact = table.columnFact(index);
  if (fact === undefined) return undefined;
  return names.includes(index) ? 'name' : tokenType(fact);
}

const tokenTypes: Readonly<Record<Exclude<ColumnType, 'guid'>, TokenType>> = {
  string: 'text',
  enumeration: 'choice',
  boolean: 'choice',
  date: 'date',
  datetime: 'date',
  year: 'date',
  integer: 'number',
  decimal: 'number',
  id: 'text',
};

function tokenType({ type, reference }: ColumnFact): TokenType {
  if (type !== 'guid') return tokenTypes[type];
  return reference === undefined ? 'id' : 'reference';
}
