import type { ByteRange } from '../csv/field';
import { noField } from '../model/distinct-values';
import type { Roster } from '../model/roster';
import type { Table } from '../model/table';
import type { Uses } from '../model/uses';
import type { NamedRecord } from './id-at';

/** Where an id stands: in the field of its record, or as an item of a reference. */
export interface RecordPlace extends ByteRange {
  readonly table: Table;
  readonly record: number;
}

/** A column whose records name a record. */
export interface NamingColumn {
  readonly table: Table;
  readonly records: Uint32Array;
  /** The places in one of those records, several where a list repeats an id. */
  readonly placesIn: (record: number) => readonly RecordPlace[];
}

/** The fields that hold a record's id as their own: one, unless the id stands for several records. */
export function ownPlaces({ table, column, record }: NamedRecord): readonly RecordPlace[] {
  const { codes } = table.values(column);
  const code = codes[record] ?? noField;
  const places: RecordPlace[] = [];
  for (let at = codes.indexOf(code); at >= 0; at = codes.indexOf(code, at + 1)) {
    places.push({ table, record: at, ...table.content(at, column) });
  }
  return places;
}

/** The columns that name a record; those in which nobody does are left out. */
export function namingColumns(roster: Roster, { table, record }: NamedRecord): readonly NamingColumn[] {
  return roster.uses(table).flatMap((uses) => {
    const records = uses.records(record);
    return records.length === 0
      ? []
      : [{ table: uses.references.table, records, placesIn: itemFinder(uses, record) }];
  });
}

/** Finds the items that lead to a record. What a value holds is looked at once, however many records have it. */
function itemFinder({ references }: Uses, target: number): (record: number) => readonly RecordPlace[] {
  const { table, column, values } = references;
  const known = new Map<number, readonly ByteRange[]>();
  return (record) => {
    const code = values.codes[record] ?? noField;
    let items = known.get(code);
    if (items === undefined) {
      const from = values.start(code);
      items = references
        .items(code)
        .filter((item) => (item.record ?? item.nearRecord) === target)
        .map(({ start, end }) => ({ start: start - from, end: end - from }));
      known.set(code, items);
    }
    const { start } = table.content(record, column);
    return items.map((item) => ({ table, record, start: start + item.start, end: start + item.end }));
  };
}
