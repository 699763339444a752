import type { Roster } from '../../core/model/roster';
import { modeOf, type RosterMode } from '../../core/model/roster-mode';
import type { AcceptedCounts } from '../../core/acceptance/accepted';
import type { Totals } from '../../core/rules/engine/problem';
import type { OneRosterVersion, Severity } from '../../core/spec/types';
import type { LocatedProblem, Validation } from '../../core/validate-roster';

/** What validation found in one roster, without the roster itself, so that many can be held at once. */
export interface RosterReport {
  /** The path as it was given. */
  readonly path: string;
  readonly version: OneRosterVersion;
  readonly mode: RosterMode;
  readonly profile: string;
  readonly files: readonly ReportedFile[];
  readonly problems: readonly LocatedProblem[];
  readonly totals: Totals;
  /** How many places were accepted, and so are in neither. */
  readonly accepted: AcceptedCounts;
  /** The files that are not in UTF-8 and were checked as if they were: the byte offsets in them are not the file's own. */
  readonly recoded: readonly string[];
}

/** `records` leaves out the header and blank records; `bytes` is the file as it was found. */
export interface ReportedFile {
  readonly name: string;
  readonly records: number;
  readonly bytes: number;
}

export function reportRoster(path: string, { roster, problems, totals, accepted }: Validation): RosterReport {
  return {
    path,
    version: roster.version,
    mode: modeOf(roster),
    profile: roster.profile.id,
    files: reportFiles(roster),
    problems,
    totals,
    accepted,
    recoded: recodedFiles(roster),
  };
}

/** Whether any problem is as grave as `failOn`, or graver. */
export function reaches(totals: Totals, failOn: Severity | 'never'): boolean {
  switch (failOn) {
    case 'never':
      return false;
    case 'error':
      return totals.error > 0;
    case 'warning':
      return totals.error + totals.warning > 0;
    case 'information':
      return totals.error + totals.warning + totals.information > 0;
  }
}

/** How many places of a rule no listed problem stands for, by rule. */
export function unlistedByRule({ problems, totals }: RosterReport): ReadonlyMap<string, number> {
  const unlisted = new Map(Object.entries(totals.byRule));
  for (const { rule, count } of problems) unlisted.set(rule, (unlisted.get(rule) ?? 0) - count);
  return new Map([...unlisted].filter(([, count]) => count > 0));
}

/** The CSV files of a roster, in the order of the specification. */
export function reportFiles(roster: Roster): readonly ReportedFile[] {
  return roster.tables.map((table) => {
    const content = roster.input.entries.find((entry) => entry.path === table.file)?.content;
    const bytes =
      content !== undefined && 'bytes' in content ? content.bytes.length : table.scan.bytes.length;
    return { name: table.file, records: table.dataRecords, bytes };
  });
}

function recodedFiles(roster: Roster): readonly string[] {
  return roster.input.entries.flatMap(({ path, content }) => {
    const table = roster.tables.find((each) => each.file === path);
    const isRecoded = table !== undefined && 'bytes' in content && content.bytes !== table.scan.bytes;
    return isRecoded ? [path] : [];
  });
}
