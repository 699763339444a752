import type { ColumnName, ProfileId, TableName } from './catalog.generated';

/** A version of the OneRoster CSV specification. 1.1.1 is read as 1.1, and 1.2.1 as 1.2: the manifest says the same for both. */
export type OneRosterVersion = '1.0' | '1.1' | '1.2';

/** How grave a problem is. Profiles and the configuration may also turn a rule `off`. */
export type Severity = 'error' | 'warning' | 'information';

/** How well a fact is established; `schemas/README.md` says what each word means. */
export type Certainty = 'high' | 'medium' | 'low';

/** What a field may hold. A reference to another record is a `guid` whose column has a `reference`. */
export type ColumnType =
  'guid' | 'string' | 'enumeration' | 'boolean' | 'date' | 'datetime' | 'year' | 'integer' | 'decimal' | 'id';

/** A shape or meaning beyond the type, which a rule of its own checks. */
export type ColumnFormat =
  | 'user-ids'
  | 'score-scale'
  | 'learning-objective-id'
  | 'email'
  | 'phone'
  | 'grade'
  | 'subject-code'
  | 'password';

/** One value that an enumeration allows. */
export interface ValueFact {
  readonly value: string;
  readonly description: string;
}

/** A value of an earlier version that readers still understand; `replacement` says the same today. */
export interface DeprecatedValueFact extends ValueFact {
  readonly replacement: string;
}

/** A published list that a column's values are usually taken from. It is not closed: other values are not errors. */
export interface VocabularyFact {
  readonly title: string;
  readonly url: string;
  readonly values?: readonly ValueFact[];
}

/** The table and column whose values a reference repeats. */
export interface ReferenceFact {
  readonly table: TableName;
  readonly column: string;
}

/** One column of one table. */
export interface ColumnFact {
  readonly name: string;
  readonly type: ColumnType;
  /** Several values may stand in the field, separated by commas. */
  readonly list?: true;
  /** `delta`: filled in every record of a delta file, blank in every record of a bulk file. */
  readonly required: boolean | 'delta';
  /** The allowed values of an enumeration. */
  readonly values?: readonly ValueFact[];
  /** Values of one's own are allowed too, behind the specification's prefix (`ext:`). */
  readonly extensible?: true;
  readonly deprecatedValues?: readonly DeprecatedValueFact[];
  readonly vocabulary?: VocabularyFact;
  readonly reference?: ReferenceFact;
  readonly format?: ColumnFormat;
  /** What the column means and what to watch out for, as a hover text. */
  readonly description: string;
  /** A value that is valid in this column. A list's example may hold several items. */
  readonly example: string;
  readonly note?: string;
  /** Where the fact comes from: an entry of `schemas/sources.md`. */
  readonly source: string;
  /** Only where it is lower than the table's. */
  readonly certainty?: Certainty;
}

/** A table that a bulk file needs beside it. `required: false`: only where an optional reference is filled. */
export interface DependencyFact {
  readonly table: TableName;
  readonly required: boolean;
}

/** Another header that some documents of the same version give a table. */
export interface TableVariantFact {
  readonly document: string;
  /** All column names, in order. */
  readonly columns: readonly string[];
  /** The facts of those columns that the table itself does not have. */
  readonly additional: readonly ColumnFact[];
}

export type TableGroup = 'rostering' | 'gradebook' | 'resources' | 'control';

/** One CSV file of a version. */
export interface TableFact {
  readonly name: TableName;
  /** The file's name, with the only letter case that is right. */
  readonly file: string;
  readonly group: TableGroup;
  /** What one record is, as a plain word in the singular: `person`, `class`. */
  readonly record: string;
  readonly requiredInPackage: boolean;
  readonly description: string;
  readonly certainty: Certainty;
  readonly sources: readonly string[];
  readonly bulkDependencies?: readonly DependencyFact[];
  /** In the order that the header has to have. */
  readonly columns: readonly ColumnFact[];
  readonly variants?: readonly TableVariantFact[];
}

/** One property that manifest.csv states. */
export interface ManifestRowFact {
  readonly property: string;
  readonly required: boolean;
  /** The allowed values; without them, any text. */
  readonly values?: readonly ValueFact[];
  /** The table whose mode the property states. */
  readonly table?: TableName;
  /** Other values seen in use, which are read as the allowed one with a warning. */
  readonly variants?: readonly string[];
  readonly description: string;
}

/** manifest.csv: the table of properties that says which files a package holds and in which mode. */
export interface ManifestFact extends Omit<TableFact, 'name'> {
  readonly name: 'manifest';
  readonly rows: readonly ManifestRowFact[];
}

/** One publication of a version. `date` is `YYYY-MM-DD`. */
export interface DocumentFact {
  readonly name: string;
  readonly date: string;
  readonly url?: string;
}

/** What `specification.json` says of a version as a whole. */
export interface SpecificationFact {
  readonly version: OneRosterVersion;
  readonly title: string;
  readonly documents: readonly DocumentFact[];
  /** In sentences: how well this version is known, and from what. */
  readonly certainty: string;
  /** The names of the files that a roster with people, classes and enrollments cannot do without. */
  readonly minimumRosteringSet: readonly string[];
  readonly extensionColumns: { readonly prefix: string; readonly position: 'end'; readonly note: string };
  /** `null` where the version allows no values of one's own. */
  readonly extensionValues: { readonly prefix: string } | null;
  readonly sources: readonly string[];
}

/** One version's facts, with lookups. */
export interface Specification extends SpecificationFact {
  /** The data tables, without the manifest, by name. */
  readonly tables: readonly TableFact[];
  /** 1.0 has none. */
  readonly manifest: ManifestFact | undefined;
  /** The table of that name, if this version has it. Names that no version has do not compile. */
  readonly table: (name: TableName) => TableFact | undefined;
  /** The data table kept in the file of exactly that name, without folders. manifest.csv is none. */
  readonly tableOfFile: (file: string) => TableFact | undefined;
  /** The column of that name, if this version has it. Names that no version has do not compile. */
  readonly column: <T extends TableName>(table: T, column: ColumnName<T>) => ColumnFact | undefined;
}

/** Something that a consumer's own pages say of what it reads, in a sentence. */
export interface ProfileStatement {
  readonly text: string;
  /** The ids of the rules that check it; without them, nothing does. */
  readonly rules?: readonly string[];
  /** The ids of the profile's sources that it was taken from. */
  readonly sources: readonly string[];
}

/** What a consumer makes of a roster's people, as far as it is known: what a preview goes by. */
export interface PreviewFact {
  /** What becomes of people who are marked as deleted: they stay as they are, or they are taken out. */
  readonly deletedPeople: 'frozen' | 'removed';
  /** The columns of users.csv that tell accounts apart, beside the id. */
  readonly accountColumns: readonly ('username' | 'email')[];
  readonly known: readonly ProfileStatement[];
  /** What is taken for granted because no page says it, in sentences. */
  readonly assumed: readonly string[];
}

/** What a consumer takes at most; without a number there is no limit. */
export interface ProfileLimits {
  readonly studentsPerClass?: number;
  readonly classesPerTeacher?: number;
}

/** When a consumer reads what was uploaded, as far as its pages say. */
export interface SyncFact {
  /** How sure the time is: the pages name it, name about when, or name none. */
  readonly certainty: 'published' | 'about' | 'unknown';
  /** The time of day by which a package has to be there, `HH:MM` by the clock of the district; none where it is unknown. */
  readonly exportBy?: string;
  /** What the pages say, in a sentence that names the consumer. */
  readonly text: string;
  /** The ids of the profile's sources that it was taken from. */
  readonly sources: readonly string[];
}

/** What one consumer changes about the specification, with what it extends merged in. */
export interface ProfileFact {
  readonly id: ProfileId;
  readonly title: string;
  readonly description: string;
  /** The versions that the consumer reads. */
  readonly versions: readonly OneRosterVersion[];
  /** `zip`: one package; `loose`: the CSV files side by side; `either`: both are read. */
  readonly layout: 'zip' | 'loose' | 'either';
  /** The package's file name; `null` stands for the roster folder's name with `.zip`. */
  readonly zipName: string | null;
  /** Whether the package's name may hold letters and digits only. */
  readonly plainZipName: boolean;
  /** File names that the consumer demands beyond the specification. */
  readonly requiredFiles: readonly string[];
  /** Files that the consumer does without: they may be left out or hold a header alone, even where others refer to them. */
  readonly dispensableFiles: readonly string[];
  readonly manifest: 'required' | 'optional';
  /** How the files may be meant that the consumer reads: as the whole truth, or as changes. */
  readonly modes: readonly ('bulk' | 'delta')[];
  /** What records have to end with; `any`: CRLF or LF. */
  readonly lineEnds: 'any' | 'lf';
  readonly limits: ProfileLimits;
  /** Left out where the pages say nothing of it. */
  readonly sync?: SyncFact;
  readonly preview: PreviewFact;
  /** Severities by rule id; rules that are not named keep their own. */
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  readonly facts: readonly ProfileStatement[];
  /** What the consumer's pages leave open, in sentences. */
  readonly unknown: readonly string[];
  readonly sources: readonly { readonly id: string; readonly title: string; readonly url: string }[];
}
