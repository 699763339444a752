import type { Side } from './compare/comparison';
import type { ComparedEntry, EntryKind } from './compare/entries';
import type { ComparisonSummary } from './compare/summary';
import type { ConversionNote, NoteKind } from './convert/notes';
import type { ErrorCode, FailureSentences } from './errors';
import type { RosterMode } from './model/roster-mode';
import type { TableMode } from './model/table';
import type { Totals } from './rules/engine/problem';
import type { ProfileId } from './spec/catalog.generated';
import type { OneRosterVersion } from './spec/types';

// What the language server and its client say to each other beside the language server protocol. Method names and plain
// data only: neither side imports the other. URIs are strings as the language server protocol writes them.

// --- when the server is started ------------------------------------------------------------------------------------------

/** The `initializationOptions`: all of it may be left out. */
export interface ServerSettings {
  /** The editor's language, such as `de`. */
  readonly language?: string;
  /** The path of the file with the texts of that language, by the English ones. */
  readonly texts?: string;
  /** The path of the file with what the facts say, in that language. It is read when it is first needed. */
  readonly facts?: string;
}

// --- from the server ---------------------------------------------------------------------------------------------------

/** Sent whenever the rosters of the workspace, their files or their totals have changed: all of them, sorted by URI. */
export const rostersChanged = 'oneroster/rostersChanged';

export interface RostersChangedParams {
  readonly rosters: readonly RosterState[];
}

/** What the editor shows of a roster. */
export interface RosterState {
  /** The folder. */
  readonly uri: string;
  /** The folder's name. */
  readonly name: string;
  readonly version: OneRosterVersion;
  readonly mode: RosterMode;
  readonly profile: string;
  /** The CSV files that belong to it. */
  readonly files: readonly RosterFileState[];
  readonly totals: Totals;
  /** The `oneroster.config.json` in force, if there is one. */
  readonly configUri?: string;
}

export interface RosterFileState {
  readonly uri: string;
  readonly records: number;
}

/**
 * A command of the editor's side that a lens names: shows who names the record whose id stands at a place. Its arguments are a URI,
 * a line and a character, both from 0.
 */
export const showUses = 'oneroster.showUses';

/** Progress of a request that takes a while; `total` is 0 where it is not known yet. */
export const packageProgress = 'oneroster/packageProgress';

export interface PackageProgressParams {
  readonly token: string;
  readonly message: string;
  readonly done: number;
  readonly total: number;
}

// --- to the server -----------------------------------------------------------------------------------------------------

/** Reads everything again from disk and checks it; answers when the problems have been published. */
export const checkAgain = 'oneroster/checkAgain';

/** Asks in which column and record of an open file the cursor stands; answers with a `CursorPlace`, or null where that is none. */
export const cursorPlace = 'oneroster/cursorPlace';

/** Lines and characters count from 0, characters in UTF-16 units. */
export interface PlaceInText {
  readonly line: number;
  readonly character: number;
}

export interface CursorPlaceParams {
  readonly uri: string;
  readonly position: PlaceInText;
}

export interface CursorPlace {
  /** Where the field lies: the answer is the same in all of it. */
  readonly range: { readonly start: PlaceInText; readonly end: PlaceInText };
  /** The column's name; empty for a field that has no column. */
  readonly column: string;
  /** As a spreadsheet numbers it: the header is record 1. */
  readonly record: number;
  /** How the file is meant. */
  readonly mode: TableMode;
  /** What the column means, as Markdown; empty where nobody knows. */
  readonly documentation: string;
}

/** Packages the roster of a folder, from disk. Cancellable; answers with an `Outcome<PackageAnswer>`. */
export const packageRoster = 'oneroster/package';

export interface PackageParams {
  readonly rosterUri: string;
  /** Package despite problems of severity error. */
  readonly force: boolean;
  /** Where the zip goes, as a file path; without it, where the configuration or the profile says. */
  readonly output?: string;
  /** The target that it is made for, by its name in the configuration: it may have a profile of its own. */
  readonly target?: string;
  readonly token: string;
}

export interface PackageAnswer {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly files: readonly { readonly name: string; readonly records: number; readonly bytes: number }[];
  readonly profile: string;
  readonly version: string;
}

/** Compares two rosters, with what is typed in open documents. Cancellable; answers with an `Outcome<CompareAnswer>`. */
export const compareRosters = 'oneroster/compare';

/** A folder or zip as it is, or a folder as it was at a revision of git. */
export interface ComparedPlace {
  readonly uri: string;
  readonly revision?: string;
}

export interface CompareParams {
  readonly before: ComparedPlace;
  readonly after: ComparedPlace;
}

export interface CompareAnswer {
  /** Names the comparison in later requests. The server keeps the last few. */
  readonly id: string;
  readonly summary: ComparisonSummary;
}

/** Lists some records of a file that are not what they were; answers with an `Outcome<readonly ComparedEntry[]>`. */
export const comparedEntries = 'oneroster/comparedEntries';

export interface ComparedEntriesParams {
  readonly id: string;
  /** The file's name as the summary has it. */
  readonly file: string;
  readonly kind: EntryKind;
  /** The first one, from 0 on, and how many at most. */
  readonly from: number;
  readonly count: number;
}

/** Reads a file as it was compared, for those that lie in a zip or a revision; answers with an `Outcome<string>`. */
export const comparedText = 'oneroster/comparedText';

export interface ComparedTextParams {
  readonly id: string;
  readonly side: Side;
  readonly file: string;
}

/** Says that a comparison is not needed any more. */
export const forgetComparison = 'oneroster/forgetComparison';

export interface ForgetComparisonParams {
  readonly id: string;
}

export type { ComparedEntry, EntryKind, Side, ComparisonSummary };
/** Makes a new roster in a folder; answers with an `Outcome<NewRosterAnswer>`. */
export const makeRoster = 'oneroster/makeRoster';

export interface MakeRosterParams {
  /** The path of the folder, which need not be there. */
  readonly folder: string;
  readonly version: OneRosterVersion;
  readonly profile: ProfileId;
}

export interface NewRosterAnswer {
  readonly folder: string;
  readonly files: readonly string[];
}

/**
 * Converts the roster of a folder, from disk, and keeps the result in memory until the next one: nothing is written. Cancellable;
 * answers with an `Outcome<ConversionAnswer>`.
 */
export const convertRoster = 'oneroster/convert';

export interface ConvertParams {
  readonly rosterUri: string;
  readonly to: OneRosterVersion;
  /** Convert despite problems of severity error. */
  readonly force: boolean;
}

export interface ConversionAnswer {
  /** What later requests name it by. */
  readonly id: string;
  readonly from: OneRosterVersion;
  readonly to: OneRosterVersion;
  readonly files: readonly ConversionFile[];
  readonly notes: readonly ConversionNote[];
  readonly totals: Readonly<Record<NoteKind, number>>;
  /** What is wrong with the new roster. */
  readonly problems: Totals;
}

/** A file of the old roster, of the new one, or of both. */
export interface ConversionFile {
  readonly name: string;
  readonly change: 'same' | 'changed' | 'made' | 'gone';
  /** How many records of it a preview shows, where it has more. */
  readonly shown?: number;
}

/** The beginning of a file before or after a conversion; answers with an `Outcome<string>`. */
export const conversionText = 'oneroster/conversionText';

export interface ConversionTextParams {
  readonly id: string;
  readonly file: string;
  readonly side: 'before' | 'after';
}

/** Writes what was converted, as it was shown, into a folder; answers with an `Outcome<NewRosterAnswer>`. */
export const writeConversion = 'oneroster/writeConversion';

export interface WriteConversionParams {
  readonly id: string;
  /** The path of the folder, which need not be there. */
  readonly folder: string;
}

/** Forgets what was converted. */
export const dropConversion = 'oneroster/dropConversion';
/** Mends everything in a roster that has a fix, open documents included; answers with an `Outcome<FixAllAnswer>`. */
export const fixAll = 'oneroster/fixAll';

export interface FixAllParams {
  readonly rosterUri: string;
  /** Only the problems of this file. */
  readonly fileUri?: string;
  /** Unsafe fixes too: guesses, and those that take something out. */
  readonly unsafe: boolean;
}

export interface FixAllAnswer {
  /** How many fixes have been done. */
  readonly done: number;
  /** The names of the files that have changed. */
  readonly files: readonly string[];
}

/** The server's own command: does a fix that no edit of a text can do, after asking. Its argument is a `FixReference`. */
export const applyFix = 'oneroster.server.applyFix';

/** Names a fix of a problem, so that it can be worked out when it is wanted. */
export interface FixReference {
  readonly rosterUri: string;
  readonly rule: string;
  readonly messageId: string;
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly title: string;
  /** At all places of the problem. */
  readonly forAll: boolean;
}

// --- commands that the editor's side has, and code actions of the server name --------------------------------------------

/** Asks for a reason and writes a suppression. Its argument is a `SuppressedProblem`. */
export const ignoreProblem = 'oneroster.ignoreProblem';

/** One value of one column that a rule is not to find. */
export interface SuppressedProblem {
  readonly rosterUri: string;
  readonly rule: string;
  readonly file: string;
  readonly field: string;
  readonly value: string;
}

/** Writes a suppression into the configuration, as an edit; answers with an `Outcome<SuppressAnswer>`. */
export const suppress = 'oneroster/suppress';

export interface SuppressParams extends SuppressedProblem {
  readonly reason: string;
}

export interface SuppressAnswer {
  readonly configUri: string;
}

/** Shows the page of a rule. Its argument is the rule's id. */
export const openRulePage = 'oneroster.openRulePage';

/** Mends a roster or one of its files. Its argument are `FixAllParams`. */
export const fixAllCommand = 'oneroster.fixAll';

/** An expected failure crosses the protocol as data, for an exception would lose its code and remedy. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly code: ErrorCode;
      readonly message: string;
      readonly remedy: string;
      /** Both as they can be said in other languages. */
      readonly sentences: FailureSentences;
    };
