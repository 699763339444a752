import type { ByteRange } from '../csv/field';
import { emptyCode, noField } from '../model/distinct-values';
import type { Roster } from '../model/roster';
import type { Table } from '../model/table';
import { keyColumn } from '../rules/shared/key-column';
import { fieldAt, type FieldPlace } from './place-at';
import { referenceAt } from './reference-at';

/** A record that others name, by its id. Where several have one id, references lead to the first, and this is it. */
export interface NamedRecord {
  readonly table: Table;
  /** The column of ids. */
  readonly column: number;
  readonly record: number;
}

/** An id somewhere in a roster: in its own record, or where another record names it. */
export interface IdPlace extends ByteRange {
  readonly of: NamedRecord;
}

/**
 * The id at a byte offset, and whose it is. Undefined where there is none, and where a reference leads nowhere; in a list, only
 * the item at the offset is meant.
 */
export function idAt(roster: Roster, table: Table, offset: number): IdPlace | undefined {
  const place = fieldAt(table, offset);
  if (place === undefined || place.record === 0 || !table.readable) return undefined;
  const reference = referenceAt(roster, table, place, offset);
  if (reference === undefined) return ownId(table, place);
  const { references, record, start, end } = reference;
  if (record === undefined) return undefined;
  return { of: { table: references.target, column: references.targetColumn, record }, start, end };
}

/** The record of a table as others name it, or undefined where it has no id. */
export function namedRecord(table: Table, record: number): NamedRecord | undefined {
  const column = table.readable ? keyColumn(table) : -1;
  if (column < 0) return undefined;
  const ids = table.values(column);
  const code = ids.codes[record] ?? noField;
  return code === noField || code === emptyCode
    ? undefined
    : { table, column, record: ids.firstRecord(code) };
}

function ownId(table: Table, { record, column, start, end }: FieldPlace): IdPlace | undefined {
  const of = column === keyColumn(table) ? namedRecord(table, record) : undefined;
  return of === undefined ? undefined : { of, start, end };
}
