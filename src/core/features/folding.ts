import type { Roster } from '../model/roster';
import type { Table } from '../model/table';
import { schoolRuns, type SchoolRun } from './school-runs';

/** Fewer neighbours of one school are left unfolded: in a table that is in no order by school they are chance. */
const shortestRun = 5;

/** The runs of records that can be folded, from top to bottom: those of one school. Of more than `most`, the longest. */
export function foldableRuns(roster: Roster, table: Table, most: number): readonly SchoolRun[] {
  if (table.fact === undefined || !table.readable) return [];
  const runs = schoolRuns(roster, table, shortestRun);
  if (runs.length <= most) return runs;
  const length = ({ first, last }: SchoolRun) => last - first;
  return [...runs]
    .sort((a, b) => length(b) - length(a))
    .slice(0, most)
    .sort((a, b) => a.first - b.first);
}
