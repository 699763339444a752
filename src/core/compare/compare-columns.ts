import { emptyCode, noField } from '../model/distinct-values';
import type { Table } from '../model/table';
import type { Steps } from '../steps';
import { commonNumbers } from './common-values';
import type { Both, ColumnChange, FieldCount, RecordPairs, TableComparison, TableSide } from './comparison';

/** What the columns of two files have come to. */
export type ComparedColumns = Pick<TableComparison, 'columns' | 'shared' | 'fields' | 'changed' | 'isSame'>;

/** Compares two files column by column, a column in each step. The keys themselves are left out: they are the same. */
export function* compareColumns(sides: Both<TableSide>, matched: RecordPairs): Steps<ComparedColumns> {
  const { before, after } = sides;
  if (before.table === undefined || after.table === undefined) return nothing(matched);
  const keys = new Set([before.table.header[before.key], after.table.header[after.key]]);
  const isKey = (name: string) => keys.has(name);
  const hasChanged = new Uint8Array(matched.after.length);
  const fields: FieldCount[] = [];
  const readers = new Map<string, (before: number, after: number) => boolean>();
  for (const name of namesOf(after.table)) {
    if (isKey(name) || before.table.columnIndex(name) < 0) continue;
    const isSame = sameValues(before.table, after.table, name);
    readers.set(name, isSame);
    const changed = markChanges(matched, isSame, hasChanged);
    if (changed > 0) fields.push({ name, changed });
    yield;
  }
  return {
    columns: [
      ...oneSided(before.table, after.table, 'removed', isKey),
      ...oneSided(after.table, before.table, 'added', isKey),
    ],
    shared: [...readers.keys()],
    fields,
    changed: picked(matched, hasChanged),
    isSame: (column, old, later) => readers.get(column)?.(old, later) ?? true,
  };
}

function nothing(matched: RecordPairs): ComparedColumns {
  return { columns: [], shared: [], fields: [], changed: matched, isSame: () => true };
}

/** The columns that have a name, each once. */
function namesOf(table: Table): readonly string[] {
  return table.header.filter((name, index) => name.trim() !== '' && table.columnIndex(name) === index);
}

/** Tells whether two records have the same value in the column of that name, which both tables have. */
function sameValues(before: Table, after: Table, name: string): (old: number, later: number) => boolean {
  const values = {
    before: before.values(before.columnIndex(name)),
    after: after.values(after.columnIndex(name)),
  };
  const numbers = commonNumbers(values);
  const codes = { before: values.before.codes, after: values.after.codes };
  return (old, later) =>
    (numbers.before[codes.before[old] ?? noField] ?? emptyCode) ===
    (numbers.after[codes.after[later] ?? noField] ?? emptyCode);
}

function markChanges(
  { before, after }: RecordPairs,
  isSame: (old: number, later: number) => boolean,
  hasChanged: Uint8Array,
): number {
  let count = 0;
  for (let pair = 0; pair < after.length; pair++) {
    if (isSame(before[pair] ?? 0, after[pair] ?? 0)) continue;
    hasChanged[pair] = 1;
    count++;
  }
  return count;
}

/** The pairs that are marked. */
function picked({ before, after }: RecordPairs, marks: Uint8Array): RecordPairs {
  const isMarked = (_: number, pair: number) => marks[pair] === 1;
  return { before: before.filter(isMarked), after: after.filter(isMarked) };
}

/** The columns of a table that the other does not have. */
function oneSided(
  table: Table,
  other: Table,
  change: ColumnChange['change'],
  isKey: (name: string) => boolean,
): readonly ColumnChange[] {
  return namesOf(table)
    .filter((name) => !isKey(name) && other.columnIndex(name) < 0)
    .map((name) => ({ name, change, filled: filledIn(table, table.columnIndex(name)) }));
}

function filledIn(table: Table, column: number): number {
  let count = 0;
  for (const code of table.values(column).codes) if (code !== emptyCode && code !== noField) count++;
  return count;
}
