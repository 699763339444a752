import type { Comparison, TableComparison } from '../compare/comparison';
import { countChanges, judgedTables } from './count-changes';
import { holdsChangesOnly } from './record-fates';
import * as words from './reason-words';
import { isOver, usualThresholds, type Blackout, type Thresholds } from './thresholds';
import type { FileCounts, GateCounts, GateReason, GateVerdict, SchoolCounts } from './verdict';

export interface JudgeOptions {
  readonly thresholds?: Partial<Thresholds> | undefined;
  readonly blackouts?: readonly Blackout[] | undefined;
  /** The day to take for today, as `YYYY-MM-DD`. Without it, blackouts are not looked at. */
  readonly today?: string | undefined;
}

/**
 * Judges what a delivery would change at its target: the comparison of the last package delivered there with the new one, or
 * undefined where there has been none. A reason for each thing that somebody has to confirm; none where it may go.
 */
export function judge(comparison: Comparison | undefined, options: JudgeOptions = {}): GateVerdict {
  const thresholds = { ...usualThresholds, ...options.thresholds };
  const blackouts = blackoutReasons(options);
  if (comparison === undefined) {
    const counts: GateCounts = { files: [], schools: [], people: 0, renamed: 0, removed: 0 };
    return { reasons: [words.firstDelivery(), ...blackouts], counts };
  }
  const counts = countChanges(comparison);
  const reasons = [
    ...incomparable(comparison),
    ...counts.files.flatMap((file) => emptied(file, comparison)),
    ...schoolsGone(counts),
    ...counts.files.flatMap((file) => removed(file, comparison, thresholds)),
    ...counts.schools.flatMap((school) => removedOfSchool(school, comparison, thresholds)),
    ...newIds(counts, thresholds),
    ...counts.files.flatMap((file) => changed(file, comparison, thresholds)),
    ...blackouts,
  ];
  return { reasons, counts };
}

function blackoutReasons({ blackouts = [], today }: JudgeOptions): readonly GateReason[] {
  if (today === undefined) return [];
  return blackouts.filter(({ from, until }) => from <= today && today <= until).map(words.blackout);
}

/** Files that say nothing of what would be removed must not pass for files without removals. */
function incomparable({ rosters, tables }: Comparison): readonly GateReason[] {
  return tables.flatMap(({ file, isSpecified, failure, isIdentical, sides: { before, after } }) => {
    // What is in a file that no version knows is nobody's account.
    if (!isSpecified || file === 'manifest.csv') return [];
    if (failure !== undefined) return isIdentical === true ? [] : [words.notComparable(file, failure)];
    const wasPart = holdsChangesOnly(rosters.before, before);
    const isWhole = after.table !== undefined && !holdsChangesOnly(rosters.after, after);
    return wasPart && isWhole ? [words.wholeAfterDelta(file)] : [];
  });
}

function emptied(counts: FileCounts, comparison: Comparison): readonly GateReason[] {
  const { file, before, after } = counts;
  if (before === 0 || after > 0) return [];
  return [words.emptied(counts, tableOf(comparison, file)?.sides.after.isThere === true)];
}

/** Where all of them are gone, that is said of their file. */
function schoolsGone({ files, schools }: GateCounts): readonly GateReason[] {
  const gone = schools.filter(({ isGone }) => isGone);
  const orgs = files.find(({ file }) => file === 'orgs.csv');
  return orgs?.after === 0 ? [] : gone.map(words.schoolGone);
}

function removed(counts: FileCounts, comparison: Comparison, thresholds: Thresholds): readonly GateReason[] {
  const total = baseOf(counts, comparison);
  // That a file has lost all of its records is said already.
  if (counts.after === 0 && counts.before > 0) return [];
  return isOver(counts.removed, total, thresholds.removed, thresholds)
    ? [words.removed(counts, total, thresholds.removed)]
    : [];
}

/** Of a school that is gone, that is said. */
function removedOfSchool(
  school: SchoolCounts,
  comparison: Comparison,
  thresholds: Thresholds,
): readonly GateReason[] {
  if (school.isGone) return [];
  return school.files
    .filter((file) => isOver(file.removed, baseOf(file, comparison), thresholds.removedOfSchool, thresholds))
    .map((file) => words.removedOfSchool(school, file, baseOf(file, comparison), thresholds.removedOfSchool));
}

function newIds({ renamed, people }: GateCounts, thresholds: Thresholds): readonly GateReason[] {
  return isOver(renamed, people, thresholds.newIds, thresholds)
    ? [words.newIds(renamed, people, thresholds.newIds)]
    : [];
}

function changed(counts: FileCounts, comparison: Comparison, thresholds: Thresholds): readonly GateReason[] {
  const total = baseOf(counts, comparison);
  return isOver(counts.changed, total, thresholds.changed, thresholds)
    ? [words.changed(counts, total, thresholds.changed)]
    : [];
}

/**
 * What a share is taken of: the records that were in force. Where the last package was a delta they are not known, and the
 * records count that the new one speaks of.
 */
function baseOf({ file, before, after, removed }: FileCounts, comparison: Comparison): number {
  const side = tableOf(comparison, file)?.sides.before;
  const wasPart = side !== undefined && holdsChangesOnly(comparison.rosters.before, side);
  return wasPart || before === 0 ? after + removed : before;
}

function tableOf(comparison: Comparison, file: string): TableComparison | undefined {
  return judgedTables(comparison).find((table) => table.file === file);
}
