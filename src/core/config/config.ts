import type { Target } from '../delivery/target';
import type { Blackout, Thresholds } from '../gate/thresholds';
import type { ProfileId } from '../spec/catalog.generated';
import type { OneRosterVersion, Severity } from '../spec/types';
import type { Sentence } from '../text/say';

/** The name of the configuration file, in the roster folder or above it. */
export const configFileName = 'oneroster.config.json';

/** Whether manifest.csv goes into the package. A profile may demand it. */
export type ManifestSetting = 'keep' | 'omit';

/** What a district has settled for its rosters. Everything may be left out. */
export interface Config {
  /** Detected where it is left out or `auto`. */
  readonly version?: OneRosterVersion;
  readonly profile?: ProfileId;
  /** Severities by rule id, before the profile's. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  /** Patterns for names of files in a roster folder that are none of its own; `*` and `?` stand for any text and one letter. */
  readonly ignore: readonly string[];
  readonly suppress: readonly Suppression[];
  /** The path of the baseline, relative to the configuration's folder; `baselineFileName` beside it where it is left out. */
  readonly baseline?: string;
  readonly package: PackageConfig;
  readonly deliveries: DeliveriesConfig;
  readonly job: JobConfig;
  readonly mapping: MappingConfig;
  readonly targets: readonly Target[];
  /** The name of the target that is meant where none is named. */
  readonly defaultTarget?: string;
  /** What the change gate lets through; what is left out is as usual. */
  readonly thresholds: Partial<Thresholds>;
  /** Days on which nothing is delivered. */
  readonly blackout: readonly Blackout[];
}

export interface PackageConfig {
  readonly manifest?: ManifestSetting;
  /** The package's path, relative to the configuration's folder. */
  readonly output?: string;
}

/** How deliveries are kept on record. */
export interface DeliveriesConfig {
  /** Where they are kept, relative to the configuration's folder; `.oneroster` beside it where it is left out. */
  readonly folder?: string;
  /** How many packages are kept for each target, at least one. */
  readonly keep?: number;
}

/** What `oneroster run` does, which nobody watches. */
export interface JobConfig {
  /** The name of the target; the default target where it is left out. */
  readonly target?: string;
  /** A command line that makes the CSV files, run first, in the roster's folder. */
  readonly prepare?: string;
  /** How long that may take, in minutes. */
  readonly prepareMinutes?: number;
  /** How old the CSV files may be, in hours. */
  readonly freshHours?: number;
  /** A command line that is told how it went, with the summary as JSON on its standard input. */
  readonly notify?: string;
}

/** What a person's group at the consumer is made from. */
export type GroupSource = 'classes' | 'grades';

/** What the consumer makes of schools, roles and groups: a copy of what is set up there, for a look before it happens. */
export interface MappingConfig {
  /** The location of each school or other organization, by its sourcedId; each school's own name where this is left out. */
  readonly schools?: Readonly<Record<string, string>>;
  /** Where everybody else lands. */
  readonly defaultLocation?: string;
  /** What each OneRoster role is called there; its own name where this is left out. */
  readonly roles?: Readonly<Record<string, string>>;
  readonly groups?: GroupSource;
}

/** One value of one column that a rule may find without anybody being told. */
export interface Suppression {
  readonly rule: string;
  /** The file's name, without folders. */
  readonly file: string;
  readonly field: string;
  /** The value as problems quote it, or the whole field; empty for an empty field. */
  readonly value: string;
  /** Why it is accepted, for those who come later. */
  readonly reason: string;
  /** The last day on which it is accepted, as `YYYY-MM-DD`. */
  readonly until?: string;
  /** Where it stands in the configuration's text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/** A configuration that settles nothing. */
export const emptyConfig: Config = {
  rules: {},
  ignore: [],
  suppress: [],
  package: {},
  deliveries: {},
  job: {},
  mapping: {},
  targets: [],
  thresholds: {},
  blackout: [],
};

/** A mistake in the configuration. `start` and `end` (exclusive) count UTF-16 units of its text. */
export interface ConfigProblem {
  /** In English. */
  readonly message: string;
  /** The same, as it can be said in other languages. */
  readonly sentence: Sentence;
  /** `error`: the setting cannot be followed. `warning`: it is followed, but probably not what was meant. */
  readonly severity: 'error' | 'warning';
  /** The rule that says so, where it is one of the catalogue. */
  readonly rule?: 'suppressed-nothing';
  readonly start: number;
  readonly end: number;
}

/**
 * A value of a JSON text with its place in it. Any parser that keeps offsets fits; a `property` has its key and, unless the
 * text breaks off there, its value as children.
 */
export interface JsonNode {
  readonly type: 'object' | 'array' | 'property' | 'string' | 'number' | 'boolean' | 'null';
  readonly offset: number;
  readonly length: number;
  readonly value?: unknown;
  readonly children?: readonly JsonNode[] | undefined;
}
