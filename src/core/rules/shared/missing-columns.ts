import { fieldRange } from '../../csv/field';
import type { Table } from '../../model/table';
import type { ColumnFact } from '../../spec/types';
import type { Place } from '../engine/problem';
import type { HeaderPairs } from './header-pairs';

/** The columns that no name in a header stands for: those that this file needs values in, and the others. */
export interface MissingColumns {
  readonly needed: readonly ColumnFact[];
  readonly optional: readonly ColumnFact[];
}

/** Sorts the missing columns by whether this file, bulk or delta, needs values in them. */
export function missingColumns(table: Table, { missing }: HeaderPairs): MissingColumns {
  const isNeeded = ({ required }: ColumnFact) =>
    required === true || (required === 'delta' && table.mode === 'delta');
  return { needed: missing.filter(isNeeded), optional: missing.filter((column) => !isNeeded(column)) };
}

/** Where a missing column belongs: of no width, behind the nearest column before it that is there, else at the start. */
export function placeForMissing({ scan, file }: Table, pairs: HeaderPairs, column: string): Place {
  const position = pairs.expected.findIndex(({ name }) => name === column);
  const places = new Map(pairs.names.map((name) => [name.column, name.index]));
  const before = pairs.expected
    .slice(0, position)
    .flatMap(({ name }) => places.get(name) ?? [])
    .at(-1);
  const offset = before === undefined ? scan.textStart : fieldRange(scan, 0, before).end;
  return { file, start: offset, end: offset, record: 1, field: column };
}
