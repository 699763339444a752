import { emptyCode, noField } from '../model/distinct-values';
import type { References } from '../model/references';
import type { Roster } from '../model/roster';
import type { Table } from '../model/table';

/** Neighbouring records of the same school: `first` to `last`, both included. */
export interface SchoolRun {
  readonly first: number;
  readonly last: number;
  readonly references: References;
  /** The value that they share: a list where a record may have several schools. */
  readonly code: number;
}

/** The runs of at least `shortest` records, from top to bottom; none in a table whose records belong to no school. */
export function schoolRuns(roster: Roster, table: Table, shortest: number): readonly SchoolRun[] {
  const references = schoolReferences(roster, table);
  if (references === undefined) return [];
  const { codes } = references.values;
  const runs: SchoolRun[] = [];
  let first = 1;
  for (let record = 2; record <= codes.length; record++) {
    const code = codes[first] ?? noField;
    if (record < codes.length && codes[record] === code) continue;
    if (record - first >= shortest && code !== noField && code !== emptyCode) {
      runs.push({ first, last: record - 1, references, code });
    }
    first = record;
  }
  return runs;
}

/** The first column that names an org. The org above another is not what it belongs to. */
function schoolReferences(roster: Roster, table: Table): References | undefined {
  for (const column of table.header.keys()) {
    if (table.columnFact(column)?.reference?.table !== 'orgs') continue;
    const references = roster.references(table, column);
    if (references !== undefined && references.target !== table) return references;
  }
  return undefined;
}
