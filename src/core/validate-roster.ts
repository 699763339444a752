import type { Accepted, AcceptedCounts } from './acceptance/accepted';
import { linesOf } from './csv/scan-lines';
import { CsvScanner } from './csv/scan-csv';
import { assembleRoster } from './model/assemble-roster';
import type { RuleMemory } from './rules/engine/rule-memory';
import { scanSteps, type ReadRosterOptions, type Roster, type ScannedFile } from './model/roster';
import type { RosterInput } from './model/roster-input';
import type { Rule } from './rules/engine/define-rule';
import type { Place, Problem, RelatedPlace, Totals } from './rules/engine/problem';
import { ruleSteps } from './rules/engine/run-rules';
import { rules as allRules } from './rules/registry.generated';
import { allAtOnce, type Steps } from './steps';
import { resolveProfile } from './spec/specification';
import type { OneRosterVersion, ProfileFact, Severity } from './spec/types';
import { indexLines, type LineIndex } from './text/line-index';
import type { Say } from './text/say';
import { encodeUtf8 } from './text/utf8';

/** How many problems of one rule are listed unless more are asked for. */
export const usualMaxProblems = 1000;

export interface ValidateOptions {
  /** `standard` where it is left out. */
  readonly profile?: ProfileFact | undefined;
  /** Detected where it is left out. */
  readonly version?: OneRosterVersion | undefined;
  /** The day to take for today, as `YYYY-MM-DD`. Without it, rules that depend on the day stay silent. */
  readonly asOf?: string | undefined;
  /** Severities by rule id, before the profile's. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
  /** Problems that are accepted: they are neither listed nor counted. */
  readonly accepted?: Accepted | undefined;
  /** The most problems to list of one rule; 0 lists every place. `usualMaxProblems` where it is left out. */
  readonly maxProblems?: number;
  /** The rules to run; all where it is left out. */
  readonly rules?: readonly Rule[];
  /** The language of messages, and of whatever else is said of the roster; English where it is left out. */
  readonly say?: Say | undefined;
  /** One that serves other rosters, too; of its own where it is left out. */
  readonly scanner?: CsvScanner | undefined;
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
  /** How many places were accepted, and so are in neither. */
  readonly accepted: AcceptedCounts;
}

/** Reads a roster and runs the rules on it. Whatever the files hold, this gives an answer. */
export function validateRoster(input: RosterInput, options: ValidateOptions = {}): Validation {
  return allAtOnce(validateSteps(input, options));
}

/** As `validateRoster`, in steps. */
export function* validateSteps(input: RosterInput, options: ValidateOptions = {}): Steps<Validation> {
  const read = rosterOptions(options);
  const files = yield* scanSteps(input.entries, read.scanner ?? new CsvScanner());
  return yield* checkSteps(assembleRoster(input, files, read), options);
}

/** As `validateRoster`, for files that have been scanned already. */
export function validateScanned(
  input: RosterInput,
  files: readonly ScannedFile[],
  options: ValidateOptions,
): Validation {
  return checkRoster(assembleRoster(input, files, rosterOptions(options)), options);
}

/** How a roster is to be read, so that it can be checked as the options say. */
export function rosterOptions(options: ValidateOptions): ReadRosterOptions {
  return {
    profile: withSeverities(options.profile ?? resolveProfile('standard'), options.severities),
    version: options.version,
    asOf: options.asOf,
    say: options.say,
    scanner: options.scanner,
  };
}

export interface CheckRosterOptions extends Pick<ValidateOptions, 'rules' | 'maxProblems' | 'accepted'> {
  /** Leaves out everything but errors, in the totals too; false where it is left out. */
  readonly onlyErrors?: boolean;
  /** What earlier runs on the same roster have found, so that only what has changed is looked at. */
  readonly memory?: RuleMemory | undefined;
}

/** Runs the rules on a roster that has been read. */
export function checkRoster(roster: Roster, options: CheckRosterOptions = {}): Validation {
  return allAtOnce(checkSteps(roster, options));
}

/** As `checkRoster`, in steps. */
export function* checkSteps(roster: Roster, options: CheckRosterOptions = {}): Steps<Validation> {
  const { problems, totals, accepted } = yield* ruleSteps(roster, {
    rules: options.rules ?? allRules,
    maxProblems: options.maxProblems ?? usualMaxProblems,
    onlyErrors: options.onlyErrors ?? false,
    accepted: options.accepted,
    memory: options.memory,
  });
  return { roster, problems: locate(roster, problems, options.accepted), totals, accepted };
}

/** A profile with the severities of a configuration, which come before its own. */
export function withSeverities(
  profile: ProfileFact,
  severities: ValidateOptions['severities'] = {},
): ProfileFact {
  return { ...profile, severities: { ...profile.severities, ...severities } };
}

/** Works out lines and columns, for the listed problems only. */
function locate(
  roster: Roster,
  problems: readonly Problem[],
  accepted: Accepted | undefined,
): readonly LocatedProblem[] {
  const tables = new Map(roster.tables.map((table) => [table.file, table]));
  const indexes = new Map<string, LineIndex>();
  const settings = accepted?.suppressions?.from;

  function span(place: Place): Span {
    const lines = indexes.get(place.file) ?? indexFile(place.file);
    if (lines === undefined) return { line: 1, column: 1, endLine: 1, endColumn: 1 };
    indexes.set(place.file, lines);
    const start = lines.positionAt(place.start);
    const end = lines.positionAt(place.end);
    return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
  }

  function indexFile(file: string): LineIndex | undefined {
    const scan = tables.get(file)?.scan;
    if (scan !== undefined) return linesOf(scan);
    return file === settings?.file ? indexLines(encodeUtf8(settings.text)) : undefined;
  }

  return problems.map((problem) => ({
    ...problem,
    ...span(problem),
    related: problem.related.map((related) => ({ ...related, ...span(related) })),
  }));
}
