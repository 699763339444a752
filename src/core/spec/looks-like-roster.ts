import { baseName, readableNames } from './header-names';
import { nearestName } from './nearest-name';
import { specification, versions } from './specification';

/** How many of a table's columns a header needs beside an id column; no other format has as many of them by chance. */
const fewestColumns = 3;
/** The share of a table's columns that is enough without an id column, whose name may be what is misspelt. */
const largeShare = 0.6;
/** How many file names are enough, whatever the files hold. */
const fewestFiles = 3;

/**
 * Whether files side by side are a OneRoster roster, told from their names and headers alone. `users.csv` is a common name,
 * so one name is never enough. Letter case, quotes, invisible characters and a wrong delimiter do not matter, for a damaged
 * roster is a roster. It is one if any of this holds:
 *
 * - A file that is named like a OneRoster table, give or take a slip, has a column whose name ends in `sourcedId` or
 *   `sourcedIds`, and at least three of the table's columns in all.
 * - Such a file has at least 60 % of the table's columns in some version, slips included.
 * - `manifest.csv` has both of the manifest's columns, slips included.
 * - At least three files have exactly OneRoster's names, and one of these is a compound that nobody else uses, such as
 *   `academicSessions.csv`. That finds a roster whose headers are missing or unreadable.
 */
export function looksLikeRoster(files: ReadonlyMap<string, readonly string[]>): boolean {
  const found = [...files].map(([file, header]) => ({ name: baseName(file).toLowerCase(), header }));
  return (
    found.some(({ name, header }) => isTable(name, readableNames(header).map(lowerCase))) ||
    haveRosterNames(found.map(({ name }) => name))
  );
}

function isTable(name: string, names: readonly string[]): boolean {
  const file = nearestName(name, fileNames);
  if (file === undefined || names.length === 0) return false;
  const hasId = names.some((column) => /sourcedids?$/.test(column));
  return headersOf(file).some((columns) => {
    const known = names.filter((column) => columns.includes(column)).length;
    if (hasId && known >= fewestColumns) return true;
    const near = names.filter((column) => nearestName(column, columns) !== undefined).length;
    return near >= columns.length * largeShare;
  });
}

function haveRosterNames(names: readonly string[]): boolean {
  const own = fileNames.filter((file) => names.includes(file.toLowerCase()));
  return own.length >= fewestFiles && own.some((file) => /[a-z][A-Z]/.test(file));
}

/** The headers that the versions give a file, in lower case. */
function headersOf(file: string): string[][] {
  return versions.flatMap((version) => {
    const { manifest } = specification(version);
    const table = manifest?.file === file ? manifest : specification(version).tableOfFile(file);
    return table === undefined ? [] : [table.columns.map((column) => lowerCase(column.name))];
  });
}

const fileNames: readonly string[] = [
  ...new Set(
    versions.flatMap((version) => {
      const { manifest, tables } = specification(version);
      return [...(manifest === undefined ? [] : [manifest.file]), ...tables.map((table) => table.file)];
    }),
  ),
];

function lowerCase(text: string): string {
  return text.toLowerCase();
}
