import { contentRange, fieldCount, isBlankRecord } from '../csv/field';
import type { CsvScan } from '../csv/csv-scan';
import { detectForeignFormat } from '../spec/detect-foreign-format';
import { detectVersion, versionProperty } from '../spec/detect-version';
import { specification } from '../spec/specification';
import type { Specification } from '../spec/types';
import { inEnglish } from '../text/say';
import { foldedFinder } from './folded-values';
import { readHeader } from './header';
import { readManifest, type ManifestRow } from './manifest';
import { foldedIds, resolveReferences, type References } from './references';
import type { ReadRosterOptions, Roster, ScannedFile } from './roster';
import { fileNameOf, type RosterInput } from './roster-input';
import { ScannedTable } from './scanned-table';
import type { Table, TableMode } from './table';
import { Tracker } from './tracker';
import { readBackwards, type Uses } from './uses';

/** Puts the scanned files of a roster in their places. */
export function assembleRoster(
  input: RosterInput,
  files: readonly ScannedFile[],
  options: ReadRosterOptions,
): Roster {
  const tracker = new Tracker();
  const headers = new Map(files.map((file) => [fileNameOf(file.path), readHeader(file.scan)]));
  const manifestFile = pickFile(files, 'manifest.csv');
  const manifestRows = manifestFile === undefined ? [] : readManifest(manifestFile.scan);
  const stated = manifestRows.find((row) => row.property === versionProperty)?.value;
  const detected = detectVersion({
    manifestPresent: hasFile(input, 'manifest.csv'),
    ...(stated === undefined ? {} : { manifestVersion: stated }),
    manifestProperties: manifestRows.map((row) => row.property),
    headers,
  });
  const version = options.version ?? detected.version;
  const facts = specification(version);
  const tables = createTables(files, facts, manifestRows, tracker);
  const find = (name: string) => tables.find((table) => table.fact?.name === name);
  const references = new ReferenceFinder(find, tracker);
  return {
    input,
    ...readAs(options),
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
    hasFile: (name) => hasFile(input, `${name}.csv`),
    references: (table, column) => references.find(table, column),
    uses: usesFinder(tables, references, tracker),
    folded: foldedFinder(tracker),
    tracker,
  };
}

function readAs({
  profile,
  asOf,
  say = inEnglish,
}: ReadRosterOptions): Pick<Roster, 'profile' | 'asOf' | 'say'> {
  return { profile, asOf, say };
}

/** Whether there is a file of that name, be it in other letter case or in a folder. */
function hasFile({ entries }: RosterInput, name: string): boolean {
  return entries.some(({ path }) => fileNameOf(path).toLowerCase() === name.toLowerCase());
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
  tracker: Tracker,
): readonly ScannedTable[] {
  const modes = new Map(manifestRows.map((row) => [row.property, row.value]));
  const known = [...(facts.manifest === undefined ? [] : [facts.manifest]), ...facts.tables];
  const tables: ScannedTable[] = [];
  const used = new Set<ScannedFile>();
  for (const fact of known) {
    const file = pickFile(files, fact.file);
    if (file === undefined) continue;
    used.add(file);
    const mode = statedMode(modes.get(`file.${fact.name}`)) ?? modeByContent(file.scan);
    tables.push(new ScannedTable(file.path, file, fact, mode, tracker));
  }
  const others = files.filter((file) => !used.has(file));
  return [...tables, ...others.map((file) => new ScannedTable(file.path, file, undefined, 'bulk', tracker))];
}

/** How a manifest says that a file is meant, if it does. */
export function statedMode(value: string | undefined): TableMode | undefined {
  return value === 'bulk' || value === 'delta' ? value : undefined;
}

/** Where no manifest says it: a file is a delta file if every record has a status and a date of change. */
export function modeByContent(scan: CsvScan): TableMode {
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

/** Finds the references of each column once. */
class ReferenceFinder {
  readonly #tableOf: (name: string) => Table | undefined;
  readonly #tracker: Tracker;
  readonly #found = new Map<string, References | undefined>();
  readonly #nearIds = new Map<string, () => ReadonlyMap<string, number>>();

  constructor(tableOf: (name: string) => Table | undefined, tracker: Tracker) {
    this.#tableOf = tableOf;
    this.#tracker = tracker;
  }

  find(table: Table, column: number): References | undefined {
    const key = `${table.file}/${String(column)}`;
    if (!this.#found.has(key)) this.#found.set(key, this.#resolve(table, column));
    return this.#found.get(key);
  }

  #resolve(table: Table, column: number): References | undefined {
    const fact = table.columnFact(column);
    if (fact?.reference === undefined) return undefined;
    const target = this.#tableOf(fact.reference.table);
    const targetColumn = target?.columnIndex(fact.reference.column) ?? -1;
    if (target?.readable !== true || targetColumn < 0) return undefined;
    const ids = { table: target, column: targetColumn, nearIds: this.#nearIdsOf(target, targetColumn) };
    return resolveReferences(table, column, fact.reference, fact.list === true, ids, this.#tracker);
  }

  /** Several columns may refer to one. */
  #nearIdsOf(table: Table, column: number): () => ReadonlyMap<string, number> {
    const key = `${table.file}/${String(column)}`;
    const known = this.#nearIds.get(key) ?? this.#tracker.derive(() => foldedIds(table.values(column)));
    this.#nearIds.set(key, known);
    return known;
  }
}

/** Finds the columns that refer to a table, and reads them backwards; once. */
function usesFinder(
  tables: readonly Table[],
  references: ReferenceFinder,
  tracker: Tracker,
): (table: Table) => readonly Uses[] {
  const derive = <T>(work: () => T) => tracker.derive(work);
  let all: readonly Uses[] | undefined;
  return (target) => {
    all ??= tables.flatMap((table) =>
      [...table.header.keys()].flatMap((column) => {
        const found = references.find(table, column);
        return found === undefined ? [] : [readBackwards(found, derive)];
      }),
    );
    return all.filter((each) => each.references.target === target);
  };
}
