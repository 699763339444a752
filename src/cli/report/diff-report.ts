import type { Both, Comparison } from '../../core/compare/comparison';
import { entriesOf, entryCount, entryKinds, type ComparedEntry } from '../../core/compare/entries';
import type { ComparisonSummary } from '../../core/compare/summary';
import type { ComparedRoster } from '../compared-place';

/** Two rosters, compared. */
export interface ComparedRecords {
  readonly comparison: Comparison;
  readonly summary: ComparisonSummary;
}

/** Two rosters, compared, with where they come from. */
export interface DiffReport extends ComparedRecords {
  readonly rosters: Both<ComparedRoster>;
}

export interface DiffOptions {
  /** The most entries to list of each kind in a file. */
  readonly maxEntries: number;
  /** Whether ids, names and field values may be shown. */
  readonly showValues: boolean;
}

/** The entries of a file that are listed. */
export interface ListedEntries {
  readonly entries: readonly ComparedEntry[];
  readonly unlisted: number;
}

/** Describes the entries of the file at a place in the comparison, as many of each kind as are wanted. */
export function listEntries(
  { comparison }: ComparedRecords,
  file: number,
  { maxEntries }: DiffOptions,
): ListedEntries {
  const table = comparison.tables[file];
  if (table === undefined) return { entries: [], unlisted: 0 };
  const entries = entryKinds.flatMap((kind) => entriesOf(comparison, table, kind, 0, maxEntries));
  const total = entryKinds.reduce((sum, kind) => sum + entryCount(table, kind), 0);
  return { entries, unlisted: total - entries.length };
}
