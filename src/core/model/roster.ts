import { contentRange, fieldCount, isBlankRecord } from '../csv/field';
import type { CsvScan } from '../csv/csv-scan';
import { CsvScanner } from '../csv/scan-csv';
import type { ColumnName, TableName } from '../spec/catalog.generated';
import { detectForeignFormat } from '../spec/detect-foreign-format';
import { detectVersion, versionProperty, type DetectedVersion } from '../spec/detect-version';
import { specification } from '../spec/specification';
import type { OneRosterVersion, ProfileFact, Specification } from '../spec/types';
import { utf16ByteOrder } from '../text/utf16-byte-order';
import { utf16ToUtf8 } from '../text/utf8';
import { createTable } from './create-table';
import { readHeader } from './header';
import { indexCsv, type IndexedCsv } from './index-csv';
import { readManifest, type ManifestRow } from './manifest';
import { resolveReferences, type References } from './references';
import { fileNameOf, isSystemFile, type RosterInput } from './roster-input';
import type { Table, TableMode } from './table';

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
  /** One that serves other rosters, too; of its own where it is left out. */
  readonly scanner?: CsvScanner | undefined;
}

interface ScannedFile extends IndexedCsv {
  readonly path: string;
}

/** Scans the files of a roster and puts them in their places. */
export function readRoster(input: RosterInput, options: ReadRosterOptions): Roster {
  const files = scanFiles(input, options.scanner ?? new CsvScanner());
  const headers = new Map(files.map((file) => [fileNameOf(file.path), readHeader(file.scan)]));
  const manifestFile = pickFile(files, 'manifest.csv');
  const manifestRows = manifestFile === undefined ? [] : readManifest(manifestFile.scan);
  const stated = manifestRows.find((row) => row.property === versionProperty)?.value;
  const detected = detectVersion({
    manifestPresent: input.entries.some((entry) => fileNameOf(entry.path).toLowerCase() === 'manifest.csv'),
    ...(stated === undefined ? {} : { manifestVersion: stated }),
    manifestProperties: manifestRows.map((row) => row.property),
    headers,
  });
  const version = options.version ?? detected.version;
  const facts = specification(version);
  const tables = createTables(files, facts, manifestRows);
  const references = new Map<string, References | undefined>();
  const find = (name: string) => tables.find((table) => table.fact?.name === name);
  return {
    input,
    profile: options.profile,
    asOf: options.asOf,
    version,
    detected,
    specification: facts,
    foreignFormat: detectForeignFormat(headers),
    manifest: find('manifest'),
    manifestRows,
    tables,
    table: find,
    column(name, column) {
      const table = find(name);
      const index = table?.columnIndex(column) ?? -1;
      return table?.readable === true && index >= 0 ? { table, column: index } : undefined;
    },
    hasFile: (name) =>
      input.entries.some((entry) => fileNameOf(entry.path).toLowerCase() === `${name}.csv`.toLowerCase()),
    references(table, column) {
      const key = `${table.file}/${String(column)}`;
      if (!references.has(key)) references.set(key, findReferences(table, column, find));
      return references.get(key);
    },
  };
}

/** The same roster for another consumer. Everything that was read and worked out of its files is shared, not done again. */
export function withProfile(roster: Roster, profile: ProfileFact): Roster {
  return { ...roster, profile };
}

/** Of two entries with one path the first is read, for a place names its file by the path. */
function scanFiles(input: RosterInput, scanner: CsvScanner): readonly ScannedFile[] {
  const paths = new Set<string>();
  return input.entries.flatMap(({ path, content }) => {
    if (!('bytes' in content) || !path.toLowerCase().endsWith('.csv')) return [];
    if (isSystemFile(path) || paths.has(path)) return [];
    paths.add(path);
    return [{ path, ...indexCsv(scanner, inUtf8(content.bytes)) }];
  });
}

/** UTF-16 is turned into UTF-8 so that the file can still be checked by column; `invalid-encoding` speaks of it. */
function inUtf8(bytes: Uint8Array): Uint8Array {
  const byteOrder = utf16ByteOrder(bytes);
  return byteOrder === undefined ? bytes : utf16ToUtf8(bytes, byteOrder === 'little-endian');
}

/** The file of that name, the one in right case and in no folder first. */
function pickFile(files: readonly ScannedFile[], name: string): ScannedFile | undefined {
  const candidates = files.filter((file) => fileNameOf(file.path).toLowerCase() === name.toLowerCase());
  return (
    candidates.find((file) => file.path === name) ??
    candidates.find((file) => fileNameOf(file.path) === name) ??
    candidates[0]
  );
}

function createTables(
  files: readonly ScannedFile[],
  facts: Specification,
  manifestRows: readonly ManifestRow[],
): readonly Table[] {
  const modes = new Map(manifestRows.map((row) => [row.property, row.value]));
  const known = [...(facts.manifest === undefined ? [] : [facts.manifest]), ...facts.tables];
  const tables: Table[] = [];
  const used = new Set<ScannedFile>();
  for (const fact of known) {
    const file = pickFile(files, fact.file);
    if (file === undefined) continue;
    used.add(file);
    const stated = modes.get(`file.${fact.name}`);
    const mode = stated === 'bulk' || stated === 'delta' ? stated : modeByContent(file.scan);
    tables.push(createTable(file.path, file, fact, mode));
  }
  const others = files.filter((file) => !used.has(file));
  return [...tables, ...others.map((file) => createTable(file.path, file, undefined, 'bulk'))];
}

/** Where no manifest says it: a file is a delta file if every record has a status and a date of change. */
function modeByContent(scan: CsvScan): TableMode {
  const header = readHeader(scan);
  const columns = [header.indexOf('status'), header.indexOf('dateLastModified')];
  if (columns.includes(-1)) return 'bulk';
  let records = 0;
  for (let record = 1; record < scan.recordCount; record++) {
    if (isBlankRecord(scan, record) || fieldCount(scan, record) !== header.length) continue;
    records++;
    for (const column of columns) {
      const { start, end } = contentRange(scan, record, column);
      if (start === end) return 'bulk';
    }
  }
  return records > 0 ? 'delta' : 'bulk';
}

function findReferences(
  table: Table,
  column: number,
  find: (name: string) => Table | undefined,
): References | undefined {
  const fact = table.columnFact(column);
  if (fact?.reference === undefined) return undefined;
  const target = find(fact.reference.table);
  const targetColumn = target?.columnIndex(fact.reference.column) ?? -1;
  if (target?.readable !== true || targetColumn < 0) return undefined;
  return resolveReferences(table, column, fact.reference, fact.list === true, {
    table: target,
    column: targetColumn,
  });
}
