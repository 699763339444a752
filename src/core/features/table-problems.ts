import type { Table } from '../model/table';
import type { Problem } from '../rules/engine/problem';
import type { Severity } from '../spec/types';
import { fieldAt } from './place-at';
import type { Say } from '../text/say';
import { messageOfAll } from '../rules/engine/message-of-all';

/** A problem as a table shows it. */
export interface TableProblem {
  /** The place of the column; undefined where it is about the record, or the file, as a whole. */
  readonly column: number | undefined;
  readonly severity: Severity;
  readonly rule: string;
  readonly message: string;
}

/** The problems of one table. Records count from 0, the header included. */
export interface TableProblems {
  readonly ofFile: readonly TableProblem[];
  readonly byRecord: ReadonlyMap<number, readonly TableProblem[]>;
}

/** Puts the problems of a roster that are about one table to its records and fields. */
export function problemsOfTable(table: Table, problems: readonly Problem[], say: Say): TableProblems {
  const ofFile: TableProblem[] = [];
  const byRecord = new Map<number, TableProblem[]>();
  for (const problem of problems) {
    if (problem.file !== table.file) continue;
    const place = placeOfProblem(table, problem);
    const { severity, rule, message, count } = problem;
    const shown = { column: place?.column, severity, rule, message: messageOfAll(message, count, say) };
    if (place === undefined) ofFile.push(shown);
    else byRecord.set(place.record, [...(byRecord.get(place.record) ?? []), shown]);
  }
  return { ofFile, byRecord };
}

export interface ProblemPlace {
  readonly record: number;
  readonly column: number | undefined;
}

/** Where a problem belongs in a table; it may have been found before the last edit. */
export function placeOfProblem(
  table: Table,
  { record, field, start, end }: Problem,
): ProblemPlace | undefined {
  const column = field === undefined ? -1 : table.header.indexOf(field);
  if (record !== undefined) {
    if (record > table.recordCount) return undefined;
    return { record: record - 1, column: column < 0 ? undefined : column };
  }
  if (start === end) return undefined;
  const place = fieldAt(table, start);
  if (place === undefined || end > table.range(place.record).end) return undefined;
  return { record: place.record, column: end > place.end + 1 ? undefined : place.column };
}
