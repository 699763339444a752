import { emptyCode, noField } from '../../model/distinct-values';
import { splitItems } from '../../model/list-items';
import type { Roster } from '../../model/roster';
import type { Table } from '../../model/table';
import { versionsWithTable } from '../../spec/specification';
import { anyVersionFile, surveyFiles } from './roster-files';

/** A file that is not there although it has to be. */
export interface MissingFile {
  readonly file: string;
  /** Who demands it: the version, the profile, or only filled references to it. */
  readonly demandedBy: 'version' | 'profile' | 'references';
  readonly referrers: readonly Referrer[];
}

/** A column of a bulk file whose fields name records of a missing file. */
export interface Referrer {
  readonly table: Table;
  readonly column: number;
  /** The number of references, each item of a list counted. */
  readonly count: number;
  /** The first record that has one. */
  readonly firstRecord: number;
}

/** The files that are missing, in the specification's order. The manifest is not among them: it has a rule of its own. */
export function missingFiles(roster: Roster): readonly MissingFile[] {
  if (isManifestOnly(roster)) return [];
  const { isMissing } = surveyFiles(roster);
  const { tables, manifest } = roster.specification;
  const known = tables.map(({ file }) => file);
  const others = roster.profile.requiredFiles.filter(
    (file) => !known.includes(file) && file !== manifest?.file && versionsWithTable(file).length === 0,
  );
  return [...known, ...others].flatMap((file) => {
    if (!isMissing(file)) return [];
    const isDispensable = roster.profile.dispensableFiles.includes(file);
    const referrers = isDispensable ? [] : referrersOf(roster, file);
    const demandedBy = whoDemands(roster, file) ?? (referrers.length > 0 ? 'references' : undefined);
    return demandedBy === undefined ? [] : [{ file, demandedBy, referrers }];
  });
}

/** Whether there is a manifest and no file of any version beside it: a valid package, which changes nothing. */
export function isManifestOnly(roster: Roster): boolean {
  const manifest = roster.specification.manifest?.file;
  const { files, misnamed } = surveyFiles(roster);
  const known = files.flatMap(({ name }) => anyVersionFile(name) ?? []);
  return known.length > 0 && known.every((file) => file === manifest) && misnamed.size === 0;
}

function whoDemands({ specification, profile }: Roster, file: string): 'version' | 'profile' | undefined {
  if (specification.tableOfFile(file)?.requiredInPackage === true) return 'version';
  return profile.requiredFiles.includes(file) ? 'profile' : undefined;
}

/** What a delta file refers to may have been sent before, so only bulk files count. */
function referrersOf(roster: Roster, file: string): readonly Referrer[] {
  const target = roster.specification.tableOfFile(file)?.name;
  if (target === undefined) return [];
  return roster.tables
    .filter((table) => table.mode === 'bulk' && table.readable)
    .flatMap((table) =>
      [...table.header.keys()].flatMap((column) => {
        const fact = table.columnFact(column);
        const isFirst = table.columnIndex(table.header[column] ?? '') === column;
        if (fact?.reference?.table !== target || !isFirst) return [];
        return countReferences(table, column, fact.list === true);
      }),
    );
}

function countReferences(table: Table, column: number, isList: boolean): readonly Referrer[] {
  const values = table.values(column);
  const { bytes, codes, size } = values;
  const items = new Uint32Array(size);
  for (let code = emptyCode + 1; code < size; code++) {
    const found = splitItems(bytes, values.start(code), values.end(code)).length;
    items[code] = isList ? found : Math.min(found, 1);
  }
  let count = 0;
  let firstRecord = 0;
  for (let record = 1; record < codes.length; record++) {
    const code = codes[record] ?? noField;
    const found = code === noField || !table.isIntact(record) ? 0 : (items[code] ?? 0);
    if (found > 0 && count === 0) firstRecord = record;
    count += found;
  }
  return count === 0 ? [] : [{ table, column, count, firstRecord }];
}
