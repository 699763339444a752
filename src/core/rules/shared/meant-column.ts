import { nearestName } from '../../spec/nearest-name';
import type { ColumnFact } from '../../spec/types';

/** Longer names are no slips of the pen, and comparing them would only cost time. */
const longestName = 200;

/** The missing column whose name has the same stem, is a slip away, or in another version names the same record. */
export function meantColumn(
  name: string,
  missing: readonly ColumnFact[],
  others: readonly ColumnFact[],
): ColumnFact | undefined {
  if (name.length > longestName) return undefined;
  const stem = stemOf(name);
  const nearest = nearestName(
    name,
    missing.map((column) => column.name),
  );
  return (
    missing.find((column) => stemOf(column.name) === stem) ??
    missing.find((column) => column.name === nearest) ??
    missing.find((column) => others.some((other) => nameTheSame(column, other)))
  );
}

/** A name as it was meant: without invisible characters, blanks round it and, in a malformed field, quotes. */
export function cleanName(name: string, isMalformed: boolean): string {
  if (name.length > longestName) return name;
  const clean = name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '').trim();
  return isMalformed ? clean.replace(/"/g, '').trim() : clean;
}

/** `orgs`, `orgId` and `org_ids` have the stem of `orgSourcedIds`. */
function stemOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[\s_.-]/g, '')
    .replace(/(?:sourced)?ids?$|s$/, '');
}

function nameTheSame(column: ColumnFact, other: ColumnFact): boolean {
  return (
    column.reference !== undefined &&
    column.reference.table === other.reference?.table &&
    column.list === other.list
  );
}
