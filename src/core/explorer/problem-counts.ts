import type { ProblemCounts } from '../explorer-protocol';
import { placeOfProblem } from '../features/table-problems';
import type { Roster } from '../model/roster';
import type { Table } from '../model/table';
import type { Problem, Totals } from '../rules/engine/problem';

export const noProblems: ProblemCounts = { error: 0, warning: 0, information: 0 };

/** The problems of a roster by file and record. */
export interface CountedProblems {
  /** Every place that problems of a file stand for. */
  ofFile(file: string): ProblemCounts;
  /** The problems that are shown at a record. Records count from 0, the header included. */
  ofRecord(table: Table, record: number): ProblemCounts;
  /** The records of a table that have any, with these. */
  recordsOf(table: Table): ReadonlyMap<number, ProblemCounts>;
  /** Those at some records together. */
  ofRecords(table: Table, records: Iterable<number>): ProblemCounts;
}

type Counts = Record<'error' | 'warning' | 'information', number>;

/**
 * Counts the problems that were found last.
 * @param totals true totals: they tell of which rules not every problem is listed
 */
export function countProblems(
  roster: Roster,
  problems: readonly Problem[],
  totals: Totals | undefined,
): CountedProblems {
  const byFile = new Map<string, Counts>();
  const byRecord = new Map<string, Map<number, Counts>>();
  const tables = new Map(roster.tables.map((table) => [table.file, table]));
  for (const problem of problems) {
    const { file, severity, count } = problem;
    entryOf(byFile, file)[severity] += count;
    const table = tables.get(file);
    const record = table === undefined ? undefined : placeOfProblem(table, problem)?.record;
    if (record === undefined) continue;
    const records = byRecord.get(file) ?? new Map<number, Counts>();
    byRecord.set(file, records);
    entryOf(records, record)[severity] += 1;
  }
  const cut = filesWithMore(problems, totals);
  return {
    ofFile: (file) => ({
      ...(byFile.get(file) ?? noProblems),
      ...(cut.has(file) ? { isAtLeast: true } : {}),
    }),
    recordsOf: ({ file }) => byRecord.get(file) ?? new Map(),
    ofRecord: ({ file }, record) => byRecord.get(file)?.get(record) ?? noProblems,
    ofRecords({ file }, records) {
      const known = byRecord.get(file);
      const found = { ...noProblems };
      if (known !== undefined) for (const record of records) addTo(found, known.get(record));
      return found;
    },
  };
}

export function sumOf(counts: readonly ProblemCounts[]): ProblemCounts {
  const found = { ...noProblems };
  for (const each of counts) addTo(found, each);
  return counts.some(({ isAtLeast }) => isAtLeast) ? { ...found, isAtLeast: true } : found;
}

function addTo(sum: Counts, { error, warning, information }: Counts = noProblems): void {
  sum.error += error;
  sum.warning += warning;
  sum.information += information;
}

function entryOf<K>(counts: Map<K, Counts>, key: K): Counts {
  const known = counts.get(key) ?? { ...noProblems };
  counts.set(key, known);
  return known;
}

/** The files in which a rule has found problems that are not all listed. */
function filesWithMore(problems: readonly Problem[], totals: Totals | undefined): ReadonlySet<string> {
  const listed = new Map<string, number>();
  for (const { rule, count } of problems) listed.set(rule, (listed.get(rule) ?? 0) + count);
  const cut = Object.entries(totals?.byRule ?? {}).filter(([rule, count]) => count > (listed.get(rule) ?? 0));
  const rules = new Set(cut.map(([rule]) => rule));
  return new Set(problems.filter(({ rule }) => rules.has(rule)).map(({ file }) => file));
}
