import type { ByteRange } from '../csv/field';
import type { References } from '../model/references';
import type { Roster } from '../model/roster';
import type { Table } from '../model/table';
import type { FieldPlace } from './place-at';

/** One item of a reference column, in the field that somebody points at. */
export interface ReferencePlace extends ByteRange {
  readonly references: References;
  /** The record that it leads to, be it in other letter case, or undefined where there is none. */
  readonly record: number | undefined;
}

/** The item of a reference at an offset in a field. */
export function referenceAt(
  roster: Roster,
  table: Table,
  place: FieldPlace,
  offset: number,
): ReferencePlace | undefined {
  const references = roster.references(table, place.column);
  const code = references?.values.codes[place.record];
  if (references === undefined || code === undefined) return undefined;
  // Items are placed at the value's first occurrence; here it may be another.
  const shift = place.start - references.values.start(code);
  const item = references
    .items(code)
    .find((each) => offset >= each.start + shift && offset <= each.end + shift);
  if (item === undefined) return undefined;
  const record = item.record ?? item.nearRecord;
  return { references, record, start: item.start + shift, end: item.end + shift };
}
