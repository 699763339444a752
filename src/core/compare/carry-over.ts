import type { Renamed, TableComparison, TableSide } from './comparison';

/** A file's comparison, with records that are one under two ids no longer among those added and removed. */
export function withoutRenamed(table: TableComparison, renamed: readonly Renamed[]): TableComparison {
  if (renamed.length === 0) return table;
  const [old, later] = [
    new Set(renamed.map(({ before }) => before)),
    new Set(renamed.map(({ after }) => after)),
  ];
  return {
    ...table,
    added: table.added.filter((record) => !later.has(record)),
    removed: table.removed.filter((record) => !old.has(record)),
    renamed,
  };
}

/** The records of a file that has people's ids for keys, such as demographics, of people under a new id. */
export function carryOver(
  { sides, added, removed }: TableComparison,
  people: TableComparison,
  renamed: readonly Renamed[],
): readonly Renamed[] {
  const old = recordsOfPeople(sides.before, people.sides.before, removed);
  const later = recordsOfPeople(sides.after, people.sides.after, added);
  if (old === undefined || later === undefined) return [];
  return renamed.flatMap(({ before, after, by }) => {
    const pair = { before: old(before), after: later(after) };
    return pair.before > 0 && pair.after > 0 ? [{ ...pair, by }] : [];
  });
}

/** Finds the record whose key is a person's id, among those given; 0 where there is none. Undefined where keys are no people's ids. */
function recordsOfPeople(
  { table, key }: TableSide,
  people: TableSide,
  records: Uint32Array,
): ((person: number) => number) | undefined {
  const name = people.table?.fact?.name;
  if (table === undefined || people.table === undefined) return undefined;
  if (name === undefined || table.columnFact(key)?.reference?.table !== name) return undefined;
  const [keys, ids] = [table.values(key), people.table.values(people.key)];
  const among = new Set(records);
  return (person) => {
    const code = keys.findValue(ids, ids.codes[person] ?? 0);
    const record = code > 0 ? keys.firstRecord(code) : 0;
    return among.has(record) ? record : 0;
  };
}
