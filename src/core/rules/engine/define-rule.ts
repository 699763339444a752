import type { Steps } from '../../steps';
import type { TableName } from '../../spec/catalog.generated';
import type { Leftovers } from '../../acceptance/acceptance';
import type { ColumnFact, OneRosterVersion, Severity } from '../../spec/types';
import type { Roster } from '../../model/roster';
import type { Table } from '../../model/table';
import type { DistinctValues } from '../../model/distinct-values';
import type { DistinctValue } from './distinct-value';
import type { MessageData, Place } from './problem';

/** What part of a roster a rule looks at; it orders the rule index. */
export type RuleArea =
  | 'package'
  | 'manifest'
  | 'bytes'
  | 'csv'
  | 'header'
  | 'value'
  | 'key'
  | 'reference'
  | 'sense'
  | 'spreadsheet'
  | 'configuration';

/** A rule: one kind of defect. Its file, page and test have its id as their name. */
export interface Rule<M extends string = string> {
  readonly id: string;
  readonly area: RuleArea;
  /** The severity of the `standard` profile. */
  readonly severity: Severity;
  /** Where a version differs. */
  readonly severityIn?: Partial<Record<OneRosterVersion, Severity>>;
  /** One sentence that names what is wrong. */
  readonly summary: string;
  /** The versions it applies to; all where it says nothing. */
  readonly versions?: readonly OneRosterVersion[];
  /** Texts with `{placeholders}`, filled from a report's data; `{value}` and `{field}` are there wherever a field is. */
  readonly messages: Readonly<Record<M, string>>;
  /**
   * Which tables and rosters it is asked about. `readable` (the usual): tables whose header splits into columns, of a
   * OneRoster roster. `any-table`: those that do not, too. `foreign-roster`: only rosters in another product's format.
   */
  readonly runsOn?: 'readable' | 'any-table' | 'foreign-roster';
  /** Says how to check one column's values, or nothing where the rule has no say in it. */
  value?(column: ColumnContext): ValueCheck<M> | undefined;
  /** Checks one table, the manifest and unknown CSV files included. */
  table?(context: TableContext<M>): void;
  /** As `table`, in steps: for what takes long in a table of a million records. */
  tableSteps?(context: TableContext<M>): Steps<void>;
  /** Checks what concerns several files. */
  roster?(context: RosterContext<M>): void;
  /** As `roster`, in steps: for what takes long in a roster of a million records. */
  rosterSteps?(context: RosterContext<M>): Steps<void>;
  /** Checks what is accepted and matches nothing, after all other rules have run. */
  leftovers?(context: LeftoversContext<M>): void;
}

/** A column that is about to be checked value by value. */
export interface ColumnContext {
  readonly roster: Roster;
  readonly table: Table;
  readonly index: number;
  readonly name: string;
  /** Undefined for `metadata.*` and unknown columns. */
  readonly fact: ColumnFact | undefined;
  readonly version: OneRosterVersion;
  /** The column's values. What is true of all of them (`kinds`, `longest`) may spare a check. */
  readonly values: DistinctValues;
}

/** Judges a value; it is asked once, however many records have that value. */
export interface ValueCheck<M extends string = string> {
  /** Asked about the empty value too; else it never is. */
  readonly alsoEmpty?: true;
  /** Not asked about values of printable ASCII without blanks at their ends, which are most. */
  readonly passesPlain?: true;
  /** Of those it is asked about these only, so that a million ids need not be looked at for the sake of a few words. */
  readonly onlyPlain?: readonly string[];
  /** Not asked about values of more bytes than this. */
  readonly mostBytes?: number;
  check(value: DistinctValue, report: (report: ValueReport<M>) => void): void;
}

export interface ValueReport<M extends string = string> {
  readonly message: M;
  readonly data?: MessageData;
  /** The part of the value, in UTF-16 units; without it, the whole field. */
  readonly from?: number;
  readonly to?: number;
  /** Where it is not the rule's own. */
  readonly severity?: Severity;
  /** Problems of one rule and group become one, with a count. */
  readonly group?: string;
  readonly related?: readonly RelatedReport<M>[];
}

export interface Report<M extends string = string> {
  /** The place, or how to work it out if the problem is listed: rules with very many reports do that. */
  readonly at: Place | (() => Place);
  readonly message: M;
  readonly data?: MessageData;
  readonly severity?: Severity;
  readonly group?: string;
  /** How this place is shown beside its group's problem, if that is listed at another place: once for each key. */
  readonly inGroup?: { readonly key: string; readonly message: M };
  readonly related?: readonly RelatedReport<M>[];
}

export interface RelatedReport<M extends string = string> {
  readonly at: Place | (() => Place);
  readonly message: M;
  readonly data?: MessageData;
}

export interface TableContext<M extends string = string> {
  readonly roster: Roster;
  readonly table: Table;
  readonly version: OneRosterVersion;
  readonly at: TablePlaces;
  readonly report: (report: Report<M>) => void;
}

export interface RosterContext<M extends string = string> {
  readonly roster: Roster;
  readonly version: OneRosterVersion;
  /** Places in one of the roster's tables. */
  readonly at: (table: Table) => TablePlaces;
  /** A place for what concerns a whole file (which may be missing), or with no file the roster. */
  readonly file: (name?: string) => Place;
  readonly report: (report: Report<M>) => void;
}

export interface LeftoversContext<M extends string = string> {
  readonly leftovers: Leftovers;
  readonly report: (report: Report<M>) => void;
}

/** Makes places in a table. Records count from 0 here, the header included, and columns too. */
export interface TablePlaces {
  /** The field's content without its quotes, or the UTF-16 units `from` to `to` of its value. */
  field(record: number, column: number, from?: number, to?: number): Place;
  record(record: number): Place;
  bytes(start: number, end: number): Place;
  /** The whole file: its first byte. */
  file(): Place;
}

/** Declares a rule. Its message ids are checked against its reports here, and are plain strings from then on. */
export function defineRule<M extends string>(rule: Rule<M>): Rule {
  return rule;
}

/** Whether a table is one of those named. */
export function isTable(table: Table, ...names: readonly TableName[]): boolean {
  const name = table.fact?.name;
  return names.some((each) => each === name);
}
