import { readRoster, type Roster } from './model/roster';
import type { RosterInput } from './model/roster-input';
import type { Rule } from './rules/engine/define-rule';
import type { Place, Problem, RelatedPlace, Totals } from './rules/engine/problem';
import { runRules } from './rules/engine/run-rules';
import { rules as allRules } from './rules/registry.generated';
import { resolveProfile } from './spec/specification';
import type { OneRosterVersion, ProfileFact, Severity } from './spec/types';
import { indexLines, type LineIndex } from './text/line-index';

/** How many problems of one rule are listed unless more are asked for. */
export const usualMaxProblems = 1000;

export interface ValidateOptions {
  /** `standard` where it is left out. */
  readonly profile?: ProfileFact | undefined;
  /** Detected where it is left out. */
  readonly version?: OneRosterVersion | undefined;
  /** Severities by rule id, before the profile's. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
  /** The most problems to list of one rule; 0 lists every place. `usualMaxProblems` where it is left out. */
  readonly maxProblems?: number;
  /** The rules to run; all where it is left out. */
  readonly rules?: readonly Rule[];
}

/** Lines and columns count from 1, columns in UTF-16 units. */
export interface Span {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A problem with its place as editors show it. */
export interface LocatedProblem extends Omit<Problem, 'related'>, Span {
  readonly related: readonly (RelatedPlace & Span)[];
}

export interface Validation {
  readonly roster: Roster;
  readonly problems: readonly LocatedProblem[];
  readonly totals: Totals;
}

/** Reads a roster and runs the rules on it. Whatever the files hold, this gives an answer. */
export function validateRoster(input: RosterInput, options: ValidateOptions = {}): Validation {
  const profile = options.profile ?? resolveProfile('standard');
  const roster = readRoster(input, {
    profile: { ...profile, severities: { ...profile.severities, ...options.severities } },
    version: options.version,
  });
  const { problems, totals } = runRules(roster, {
    rules: options.rules ?? allRules,
    maxProblems: options.maxProblems ?? usualMaxProblems,
  });
  return { roster, problems: locate(roster, problems), totals };
}

/** Works out lines and columns, for the listed problems only. */
function locate(roster: Roster, problems: readonly Problem[]): readonly LocatedProblem[] {
  const tables = new Map(roster.tables.map((table) => [table.file, table]));
  const indexes = new Map<string, LineIndex>();

  function span(place: Place): Span {
    const table = tables.get(place.file);
    if (table === undefined) return { line: 1, column: 1, endLine: 1, endColumn: 1 };
    const lines = indexes.get(place.file) ?? indexLines(table.scan.bytes);
    indexes.set(place.file, lines);
    const start = lines.positionAt(place.start);
    const end = lines.positionAt(place.end);
    return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
  }

  return problems.map((problem) => ({
    ...problem,
    ...span(problem),
    related: problem.related.map((related) => ({ ...related, ...span(related) })),
  }));
}
