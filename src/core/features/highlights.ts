import type { Roster } from '../model/roster';
import type { Table } from '../model/table';
import { idAt } from './id-at';
import { namingColumns, ownPlaces, type RecordPlace } from './id-places';

/** Where the id at an offset stands in the same file. */
export interface Highlight extends RecordPlace {
  /** Whether this is the record's own field, and no reference to it. */
  readonly isOwn: boolean;
}

/**
 * The places of one file that hold the id at an offset: of very many the `most` records nearest to it, in each column. Undefined
 * where there is no id.
 */
export function highlightsAt(
  roster: Roster,
  table: Table,
  offset: number,
  most: number,
): readonly Highlight[] | undefined {
  const id = idAt(roster, table, offset);
  if (id === undefined) return undefined;
  const own = id.of.table === table ? ownPlaces(id.of) : [];
  const named = namingColumns(roster, id.of)
    .filter((column) => column.table === table)
    .flatMap(({ records, placesIn }) =>
      [...nearest(records, offset, table, most)].flatMap((record) => placesIn(record)),
    );
  return [
    ...own.map((place) => ({ ...place, isOwn: true })),
    ...named.map((place) => ({ ...place, isOwn: false })),
  ];
}

/** As many records before an offset as after it, where there are that many. */
function nearest(records: Uint32Array, offset: number, table: Table, most: number): Uint32Array {
  if (records.length <= most) return records;
  let low = 0;
  let high = records.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (table.range(records[middle] ?? 0).start < offset) low = middle + 1;
    else high = middle;
  }
  const first = Math.max(0, Math.min(low - (most >> 1), records.length - most));
  return records.subarray(first, first + most);
}
