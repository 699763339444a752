import { fileNameOf, isFolderEntry, isSystemFile } from '../../model/roster-input';
import type { Roster } from '../../model/roster';
import type { Table } from '../../model/table';
import { readableNames } from '../../spec/header-names';
import { nearestName } from '../../spec/nearest-name';
import { specification, versions } from '../../spec/specification';
import type { ManifestFact, Specification, TableFact } from '../../spec/types';
import { spoken } from '../../text/say';

/** How much of two headers together has to be in both, so that one file is taken for another's. */
const sameHeader = 0.75;
/** How much is enough where the names of the files are alike, too. */
const similarHeader = 0.5;

/** A file of the roster's folder or zip, whatever it holds. */
export interface RosterFile {
  readonly path: string;
  /** The path without folders. */
  readonly name: string;
  readonly failure: string | undefined;
}

/** The roster's files in the order in which they were found, without folders and what systems leave behind. */
export function rosterFiles(roster: Roster): readonly RosterFile[] {
  return roster.input.entries
    .filter(({ path }) => !isFolderEntry(path) && !isSystemFile(path))
    .map(({ path, content }) => ({
      path,
      name: fileNameOf(path),
      failure: 'failure' in content ? spoken(content.failure, roster.say) : undefined,
    }));
}

/** The right name of a file that the roster's version has, given one in any letter case. */
export function versionFile(roster: Roster, name: string): string | undefined {
  return rightName(roster.specification, name);
}

/** The right name of a file that some version has, given one in any letter case. */
export function anyVersionFile(name: string): string | undefined {
  return versions
    .map((version) => rightName(specification(version), name))
    .find((file) => file !== undefined);
}

/** What is there and what is not, worked out once for all questions of a rule. */
export interface FileSurvey {
  readonly files: readonly RosterFile[];
  /**
   * Files whose header shows that they were meant to be a table that is missing, such as `enrolments.csv` or
   * `users (1).csv`: the right name by the path. `unknown-file` speaks of them, so their tables do not count as missing.
   */
  readonly misnamed: ReadonlyMap<string, string>;
  /** Whether a file of that name is there, in any letter case, even one that cannot be read. */
  readonly isThere: (name: string) => boolean;
  /** Whether no file of that name is there, and no misnamed one that stands for it. */
  readonly isMissing: (name: string) => boolean;
}

/** Looks over the files of a roster. */
export function surveyFiles(roster: Roster): FileSurvey {
  const files = rosterFiles(roster);
  const names = new Set(files.map(({ name }) => name.toLowerCase()));
  const isThere = (name: string) => names.has(name.toLowerCase());
  const missing = factsOf(roster.specification).filter(({ file }) => !isThere(file));
  const misnamed = new Map<string, string>();
  const meant = new Set<string>();
  for (const table of roster.tables) {
    if (table.fact !== undefined || anyVersionFile(fileNameOf(table.file)) !== undefined) continue;
    const found = meantTable(
      table,
      missing.filter(({ file }) => !meant.has(file)),
    );
    if (found === undefined) continue;
    meant.add(found.file);
    misnamed.set(table.file, found.file);
  }
  return { files, misnamed, isThere, isMissing: (name) => !isThere(name) && !meant.has(name) };
}

/** A file name without its `.csv`, so that this ending does not make short names alike. */
export function stemOf(name: string): string {
  return name.replace(/\.csv$/i, '');
}

function rightName(facts: Specification, name: string): string | undefined {
  return factsOf(facts).find(({ file }) => file.toLowerCase() === name.toLowerCase())?.file;
}

function factsOf({ manifest, tables }: Specification): readonly (TableFact | ManifestFact)[] {
  return manifest === undefined ? tables : [manifest, ...tables];
}

function meantTable(
  table: Table,
  facts: readonly (TableFact | ManifestFact)[],
): TableFact | ManifestFact | undefined {
  const names = new Set(readableNames(table.header));
  const near = nearestName(
    stemOf(fileNameOf(table.file)),
    facts.map(({ file }) => stemOf(file)),
  );
  const likeness = (fact: TableFact | ManifestFact) => {
    const shared = fact.columns.filter(({ name }) => names.has(name)).length;
    return shared / (names.size + fact.columns.length - shared);
  };
  const alike = facts.find(({ file }) => stemOf(file) === near);
  if (alike !== undefined && likeness(alike) >= similarHeader) return alike;
  const [best] = [...facts].sort((a, b) => likeness(b) - likeness(a));
  return best !== undefined && likeness(best) >= sameHeader ? best : undefined;
}
