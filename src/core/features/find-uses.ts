import type { Roster } from '../model/roster';
import type { NamedRecord } from './id-at';
import { namingColumns, ownPlaces, type NamingColumn, type RecordPlace } from './id-places';

/** The places that name a record; of very many only some of each column, from its top. */
export interface FoundUses {
  readonly places: readonly RecordPlace[];
  /** How many records name it, whatever is listed: one that names it in two columns counts once. */
  readonly records: number;
  /** The files that these records stand in. */
  readonly files: readonly string[];
  /** Whether some places are left out. */
  readonly isCapped: boolean;
}

/** Finds who names a record. `most` is how many places are listed. */
export function findUses(roster: Roster, record: NamedRecord, most: number): FoundUses {
  const columns = namingColumns(roster, record);
  const shares = sharesOf(
    columns.map(({ records }) => records.length),
    most,
  );
  const places = columns.flatMap(({ records, placesIn }, index) =>
    [...records.subarray(0, shares[index])].flatMap((each) => placesIn(each)),
  );
  return {
    places,
    ...countUses(columns),
    isCapped: columns.some(({ records }, index) => records.length > (shares[index] ?? 0)),
  };
}

/** How many records name a record, and in which files. */
export function countUses(columns: readonly NamingColumn[]): Pick<FoundUses, 'records' | 'files'> {
  const byFile = new Map<string, readonly NamingColumn[]>();
  for (const column of columns) {
    byFile.set(column.table.file, [...(byFile.get(column.table.file) ?? []), column]);
  }
  let records = 0;
  for (const [first, ...others] of byFile.values()) {
    if (first === undefined) continue;
    if (others.length === 0) records += first.records.length;
    else records += new Set([first, ...others].flatMap((column) => [...column.records])).size;
  }
  return { records, files: [...byFile.keys()] };
}

/** The fields that hold a record's id as their own, and those that name it, without a limit. */
export function* allPlaces(roster: Roster, record: NamedRecord): Generator<RecordPlace> {
  yield* ownPlaces(record);
  for (const { records, placesIn } of namingColumns(roster, record)) {
    for (const each of records) yield* placesIn(each);
  }
}

/** Shares out a limit so that no column is left out for another with many: what one does not need, the others may have. */
function sharesOf(counts: readonly number[], most: number): readonly number[] {
  const shares = counts.map(() => 0);
  let left = most;
  let open = [...counts.keys()];
  while (open.length > 0 && left > 0) {
    const share = Math.max(Math.floor(left / open.length), 1);
    for (const index of open) {
      const taken = Math.min(share, (counts[index] ?? 0) - (shares[index] ?? 0), left);
      shares[index] = (shares[index] ?? 0) + taken;
      left -= taken;
    }
    open = open.filter((index) => (shares[index] ?? 0) < (counts[index] ?? 0));
  }
  return shares;
}
