import { CsvScanner } from '../csv/scan-csv';
import type { ColumnName, TableName } from '../spec/catalog.generated';
import type { DetectedVersion } from '../spec/detect-version';
import type { OneRosterVersion, ProfileFact, Specification } from '../spec/types';
import { allAtOnce, type Steps } from '../steps';
import type { Say } from '../text/say';
import { utf16ByteOrder } from '../text/utf16-byte-order';
import { utf16ToUtf8 } from '../text/utf8';
import { assembleRoster } from './assemble-roster';
import type { FoldedValues } from './folded-values';
import { indexSteps, type IndexedCsv } from './index-csv';
import type { ManifestRow } from './manifest';
import type { References } from './references';
import { isSystemFile, type RosterEntry, type RosterInput } from './roster-input';
import type { Table } from './table';
import type { Tracker } from './tracker';
import type { Uses } from './uses';

/** The files that belong together, read and scanned. */
export interface Roster {
  readonly input: RosterInput;
  readonly profile: ProfileFact;
  /** The day to take for today, as `YYYY-MM-DD`; without it, what depends on the day is not judged. */
  readonly asOf: string | undefined;
  readonly version: OneRosterVersion;
  readonly detected: DetectedVersion;
  readonly specification: Specification;
  /** The other product whose format these files are in, or undefined. Then no rule but `foreign-format` applies. */
  readonly foreignFormat: string | undefined;
  /** manifest.csv as a table, and its rows. */
  readonly manifest: Table | undefined;
  readonly manifestRows: readonly ManifestRow[];
  /** All CSV files that could be read: the manifest, the specification's tables in its order, then the others. */
  readonly tables: readonly Table[];
  /** The table of that name, where its file is there and could be read. */
  table(name: TableName): Table | undefined;
  /** A table and column together, where both are there and the table is readable. */
  column<T extends TableName>(table: T, column: ColumnName<T>): TableColumn | undefined;
  /** Whether a file of that table is there, even one that cannot be read. */
  hasFile(name: TableName): boolean;
  /** The references in a column, or undefined where it has none or the table that it names is not there. */
  references(table: Table, column: number): References | undefined;
  /** The columns of all tables that refer to a table, read backwards. */
  uses(table: Table): readonly Uses[];
  /** The values of a column as people look for them. */
  folded(table: Table, column: number): FoldedValues;
  /** The language that it is talked about in. */
  readonly say: Say;
  /** Notes what is looked at in the tables. */
  readonly tracker: Tracker;
}

export interface TableColumn {
  readonly table: Table;
  readonly column: number;
}

export interface ReadRosterOptions {
  readonly profile: ProfileFact;
  /** Without a version it is detected. */
  readonly version?: OneRosterVersion | undefined;
  readonly asOf?: string | undefined;
  /** English where it is left out. */
  readonly say?: Say | undefined;
  /** One that serves other rosters, too; of its own where it is left out. */
  readonly scanner?: CsvScanner | undefined;
}

/** A CSV file of a roster, scanned. */
export interface ScannedFile extends IndexedCsv {
  readonly path: string;
}

/** Scans the files of a roster and puts them in their places. */
export function readRoster(input: RosterInput, options: ReadRosterOptions): Roster {
  return allAtOnce(readRosterSteps(input, options));
}

/** As `readRoster`, in steps. */
export function* readRosterSteps(input: RosterInput, options: ReadRosterOptions): Steps<Roster> {
  const files = yield* scanSteps(input.entries, options.scanner ?? new CsvScanner());
  return assembleRoster(input, files, options);
}

/** The same roster for another consumer. Everything that was read and worked out of its files is shared, not done again. */
export function withProfile(roster: Roster, profile: ProfileFact): Roster {
  return { ...roster, profile };
}

/** Scans files, in steps. Of two entries with one path the first is read, for a place names its file by the path. */
export function* scanSteps(
  entries: readonly RosterEntry[],
  scanner: CsvScanner,
): Steps<readonly ScannedFile[]> {
  const files = new Map<string, ScannedFile>();
  for (const { path, content } of entries) {
    if (!('bytes' in content) || !path.toLowerCase().endsWith('.csv')) continue;
    if (isSystemFile(path) || files.has(path)) continue;
    files.set(path, { path, ...(yield* indexSteps(scanner, inUtf8(content.bytes))) });
  }
  return [...files.values()];
}

/** UTF-16 is turned into UTF-8 so that the file can still be checked by column; `invalid-encoding` speaks of it. */
function inUtf8(bytes: Uint8Array): Uint8Array {
  const byteOrder = utf16ByteOrder(bytes);
  return byteOrder === undefined ? bytes : utf16ToUtf8(bytes, byteOrder === 'little-endian');
}
