// What a roster answers to questions about its ids, all of them, as plain data.
import { findUses } from '../../src/core/features/find-uses';
import { foldableRuns } from '../../src/core/features/folding';
import { idAt } from '../../src/core/features/id-at';
import { outline } from '../../src/core/features/outline';
import { RecordSearch } from '../../src/core/features/record-search';
import { recordsWithUses } from '../../src/core/features/uses-lens';
import type { Roster } from '../../src/core/model/roster';
import type { Table } from '../../src/core/model/table';

/** Keeps, as the server does, what was worked out of a roster for as long as that is there. */
const searches = new WeakMap<Roster, RecordSearch>();

export function answersOf(roster: Roster): unknown {
  const search = searches.get(roster) ?? new RecordSearch(roster);
  searches.set(roster, search);
  return {
    found: search.find('a 1', 50).map(({ table, record }) => `${table.file}:${String(record)}`),
    tables: roster.tables.map((table) => ({
      outline: outline(roster, table),
      folds: foldableRuns(roster, table, 100).map(({ first, last }) => [first, last]),
      uses: recordsWithUses(roster, table).map((record) => usesOf(roster, table, record)),
    })),
  };
}

function usesOf(roster: Roster, table: Table, record: number): unknown {
  const id = idAt(roster, table, table.content(record, 0).start);
  if (id === undefined) return undefined;
  const { places, ...counts } = findUses(roster, id.of, 100);
  return {
    ...counts,
    places: places.map(({ start, end, ...at }) => `${at.table.file}:${String(start)}-${String(end)}`),
  };
}
