import type { Roster } from '../model/roster';
import type { Table } from '../model/table';
import { pairHeader } from '../rules/shared/header-pairs';

/** A column that a table has, or could have. */
export interface ColumnChoice {
  readonly name: string;
  /** What it means; empty where nobody knows. */
  readonly description: string;
}

/** A column of the specification that a table lacks. */
export interface MissingColumn extends ColumnChoice {
  /** Where it belongs: before the column that stands there, or at the end. */
  readonly at: number;
}

export function columnsOf({ say }: Roster, table: Table): readonly ColumnChoice[] {
  return table.header.map((name, index) => {
    const fact = table.columnFact(index);
    return { name, description: fact === undefined ? '' : say(fact.description) };
  });
}

/** The columns that the specification has and the table lacks, each behind the nearest one that goes before it. */
export function missingColumnsOf(roster: Roster, table: Table): readonly MissingColumn[] {
  const pairs = pairHeader(roster, table);
  if (pairs === undefined) return [];
  const places = new Map(pairs.names.map(({ column, index }) => [column, index]));
  return pairs.missing.map(({ name, description }) => {
    const position = pairs.expected.findIndex((each) => each.name === name);
    const before = pairs.expected.slice(0, position).findLast((each) => places.has(each.name));
    return {
      name,
      description: roster.say(description),
      at: before === undefined ? 0 : (places.get(before.name) ?? 0) + 1,
    };
  });
}
