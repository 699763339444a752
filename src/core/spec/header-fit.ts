import { baseName, readableNames } from './header-names';
import { specification, versions } from './specification';
import type { OneRosterVersion, TableFact } from './types';

/** A column that is there says more than columns that are not: exporters leave columns out. */
const foreignWeight = 3;

/** How well a header fits one version's table. All 0 is a perfect fit. */
export interface VersionFit {
  readonly version: OneRosterVersion;
  /** Columns that only later versions have. */
  readonly tooNew: number;
  /** Columns that only earlier versions have. */
  readonly foreign: number;
  /** Everything that is wrong but `tooNew`: 1 for each missing column, 3 for each `foreign` one, and 1 for a wrong order. */
  readonly cost: number;
}

/** How well one file's header fits each version that has the file. */
export interface HeaderFit {
  /** The file's name as found. */
  readonly file: string;
  readonly candidates: readonly VersionFit[];
  /**
   * Those of the versions that the header fits best. A column that only a later version has outweighs everything else:
   * exporters keep old columns, but none knows those to come. A file without a header fits all versions alike.
   */
  readonly best: (possible: readonly OneRosterVersion[]) => OneRosterVersion[];
}

/** The fit of every file that some version has; the letter case of file names does not matter. */
export function fitsOf(headers: ReadonlyMap<string, readonly string[]>): HeaderFit[] {
  return [...headers].flatMap(([file, header]) => {
    const name = baseName(file).toLowerCase();
    const tables = versions.flatMap((version) => {
      const table = specification(version).tables.find((each) => each.file.toLowerCase() === name);
      return table === undefined ? [] : [{ version, table }];
    });
    return tables.length === 0 ? [] : [headerFit(file, readableNames(header), tables)];
  });
}

interface VersionTable {
  readonly version: OneRosterVersion;
  readonly table: TableFact;
}

function headerFit(file: string, names: readonly string[], tables: readonly VersionTable[]): HeaderFit {
  const candidates =
    names.length === 0 ? tables.map(noFit) : tables.map((each) => fitOf(each, names, tables));
  return {
    file,
    candidates,
    best: (possible) => {
      const open = candidates.filter(({ version }) => possible.includes(version));
      const tooNew = Math.min(...open.map((fit) => fit.tooNew));
      const newEnough = open.filter((fit) => fit.tooNew === tooNew);
      const cost = Math.min(...newEnough.map((fit) => fit.cost));
      return newEnough.filter((fit) => fit.cost === cost).map(({ version }) => version);
    },
  };
}

function noFit({ version }: VersionTable): VersionFit {
  return { version, tooNew: 0, foreign: 0, cost: 0 };
}

function fitOf(own: VersionTable, names: readonly string[], tables: readonly VersionTable[]): VersionFit {
  const fits = headersOf(own.table).map((columns) => fitOfColumns(own.version, columns, names, tables));
  return fits.reduce((best, fit) => (fit.tooNew + fit.cost < best.tooNew + best.cost ? fit : best));
}

function fitOfColumns(
  version: OneRosterVersion,
  columns: readonly string[],
  names: readonly string[],
  tables: readonly VersionTable[],
): VersionFit {
  const exact = new Set(tables.flatMap(({ table }) => headersOf(table).flat()));
  const loose = new Map(columns.map((column) => [column.toLowerCase(), column]));
  const meant = names.map((name) => (exact.has(name) ? name : (loose.get(name.toLowerCase()) ?? name)));
  const positions = meant.map((name) => columns.indexOf(name)).filter((index) => index >= 0);
  const lastKnown = meant.findLastIndex((name) => columns.includes(name));
  const { prefix } = specification(version).extensionColumns;
  const strangers = meant.filter(
    (name, index) => !columns.includes(name) && !(name.startsWith(prefix) && index > lastKnown),
  );
  const others = strangers.map((name) =>
    tables.filter(({ table }) => headersOf(table).flat().includes(name)),
  );
  const known = others.filter((having) => having.length > 0);
  const tooNew = known.filter((having) => having.every((other) => other.version > version)).length;
  const missing = columns.length - new Set(positions).size;
  const disorder = positions.some((position, index) => position < (positions[index - 1] ?? 0)) ? 1 : 0;
  const foreign = known.length - tooNew;
  return { version, tooNew, foreign, cost: missing + foreignWeight * foreign + disorder };
}

function headersOf(table: TableFact): readonly (readonly string[])[] {
  return [
    table.columns.map((column) => column.name),
    ...(table.variants ?? []).map((variant) => variant.columns),
  ];
}
