import type { Baseline } from '../config/baseline';
import type { Suppression } from '../config/config';

/** What a district has accepted in a roster: such problems are neither listed nor counted as problems. */
export interface Accepted {
  readonly suppressions?: { readonly from: SettingsFile; readonly list: readonly Suppression[] };
  readonly baseline?: {
    /** The path as seen from the roster. */
    readonly file: string;
    readonly baseline: Baseline;
    /** Turns what tells a problem from others into the fingerprint that the baseline would hold of it. */
    readonly fingerprint: (identity: string) => string;
  };
  /** Takes every problem that no suppression accepts, to make a baseline of them. They count as known. */
  readonly record?: (problem: RecordedProblem) => void;
}

/** A file of settings, in which problems can have a place. */
export interface SettingsFile {
  /** The path as seen from the roster, `/` between its parts: `oneroster.config.json`, `../oneroster.config.json`. */
  readonly file: string;
  readonly text: string;
}

/** A problem as a baseline knows it. */
export interface RecordedProblem {
  readonly rule: string;
  /** Without folders. */
  readonly file: string;
  /** Empty for what concerns no column. */
  readonly field: string;
  /** What tells it from others, whatever line it is on. It holds values of the roster, and must be hashed before it is kept. */
  readonly identity: string;
}

/** How many places were accepted. */
export interface AcceptedCounts {
  readonly suppressed: number;
  /** Accepted by the baseline. */
  readonly known: number;
}
