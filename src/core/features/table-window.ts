import type { Table } from '../model/table';
import type { Problem } from '../rules/engine/problem';
import { filterRecords } from './record-filter';
import { problemsOfTable, type TableProblem, type TableProblems } from './table-problems';
import { kindOfColumn, type TokenType } from './tokens';
import type { Say } from '../text/say';

/** What of a table is to be shown. */
export interface WindowChoice {
  /** As `filterRecords` reads it. */
  readonly filter: string;
  /** Leaves out records without a problem. */
  readonly onlyProblems: boolean;
  /** The first of the records that the filter lets through, from 0 on, and how many from there. */
  readonly first: number;
  readonly count: number;
}

/** A record as a table shows it. */
export interface TableRow {
  /** As a spreadsheet numbers it: the header is record 1. */
  readonly record: number;
  readonly cells: readonly string[];
  readonly problems: readonly TableProblem[];
}

/** Some records of a table, with what there is to know of the whole. */
export interface TableWindow {
  readonly header: TableRow;
  /** What kind of value each column holds; undefined where nobody knows. */
  readonly kinds: readonly (TokenType | undefined)[];
  /** How wide each column should be, in characters. */
  readonly widths: readonly number[];
  /** How many records there are, the header left out, and how many the filter lets through. */
  readonly total: number;
  readonly matching: number;
  readonly first: number;
  readonly rows: readonly TableRow[];
  /** The problems of the file as a whole. */
  readonly problems: readonly TableProblem[];
}

/** Longer texts are cut: a preview is to be looked at. */
const longestCell = 200;

/** The part of a table that is in view, with the problems in their cells. */
export function windowOf(
  table: Table,
  problems: readonly Problem[],
  choice: WindowChoice,
  say: Say,
): TableWindow {
  const found = problemsOfTable(table, problems, say);
  const columns = [...table.header.keys()];
  const filtered = filterRecords(table, choice.filter, columns);
  const records = choice.onlyProblems ? filtered.filter((record) => found.byRecord.has(record)) : filtered;
  const first = Math.max(Math.min(choice.first, records.length - choice.count), 0);
  return {
    header: rowOf(table, 0, found),
    kinds: columns.map((column) => kindOfColumn(table, column)),
    widths: columns.map((column) => widthOf(table, column)),
    total: Math.max(table.recordCount - 1, 0),
    matching: records.length,
    first,
    rows: Array.from(records.subarray(first, first + choice.count), (record) => rowOf(table, record, found)),
    problems: found.ofFile,
  };
}

function rowOf(table: Table, record: number, { byRecord }: TableProblems): TableRow {
  const count = record < table.recordCount ? table.fieldCount(record) : 0;
  const cells = Array.from({ length: count }, (_, column) => cut(table.text(record, column)));
  return { record: record + 1, cells, problems: byRecord.get(record) ?? [] };
}

function cut(text: string): string {
  return text.length <= longestCell ? text : `${text.slice(0, longestCell)}…`;
}

function widthOf(table: Table, column: number): number {
  return Math.max((table.header[column] ?? '').length, Math.min(table.values(column).longest, 40));
}
