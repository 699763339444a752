import type { Severity } from '../../core/spec/types';
import type { Paint } from '../terminal';
import type { RosterReport } from './roster-report';

/** One way to write what validation found. */
export interface ReportFormat {
  /** The word that `--format` takes. */
  readonly name: string;
  /** What it is for, in a few words. */
  readonly summary: string;
  /** Whether field values are in it unless the command line says otherwise. */
  readonly showsValues: boolean;
  /** The report in pieces, because every place of a large roster does not fit into one string. */
  readonly write: (reports: readonly RosterReport[], options: ReportOptions) => Iterable<string>;
}

/** What all formats may ask for. */
export interface ReportOptions {
  readonly paint: Paint;
  /** The path of a roster's file, or of the roster itself where `file` is empty, as it is to be shown. */
  readonly pathOf: (report: Pick<RosterReport, 'path'>, file: string) => string;
  /** Whether field values may appear. Without it no word of the roster does, but the names of its files. */
  readonly showValues: boolean;
  /** From which severity on the command fails. */
  readonly failOn: Severity | 'never';
  /** When the check was made. */
  readonly time: Date;
}
