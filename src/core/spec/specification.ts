import { profileFacts, versionFacts } from './catalog.generated';
import type { ColumnName, ProfileId, TableName } from './catalog.generated';
import type {
  ColumnFact,
  ManifestFact,
  OneRosterVersion,
  ProfileFact,
  Specification,
  SpecificationFact,
  TableFact,
} from './types';

interface VersionFacts {
  readonly specification: SpecificationFact;
  readonly manifest: ManifestFact | undefined;
  readonly tables: readonly TableFact[];
}

/** A profile as its file has it: what it leaves out, it takes from the profile that it extends. */
type PartialProfile = Partial<ProfileFact> & { readonly extends?: ProfileId };

// TypeScript reads every text of a JSON file as `string`. The shapes are checked against the JSON Schemas in schemas/meta by
// test/repo/schemas.test.ts, so they are stated here, once.
const facts = versionFacts as unknown as Readonly<Record<OneRosterVersion, VersionFacts>>;
const profiles = profileFacts as unknown as Readonly<Record<ProfileId, PartialProfile>>;

/** The versions that have facts, the oldest first. */
export const versions: readonly OneRosterVersion[] = ['1.0', '1.1', '1.2'];

/** The consumers that have a profile. */
export const profileIds: readonly ProfileId[] = keysOf(profiles);

/** What a profile may leave to the one that it extends. */
const inheritedKeys = [
  'versions',
  'layout',
  'zipName',
  'plainZipName',
  'requiredFiles',
  'dispensableFiles',
  'manifest',
  'modes',
  'lineEnds',
  'limits',
  'preview',
  'severities',
] as const satisfies readonly (keyof ProfileFact)[];

const specifications: Readonly<Record<OneRosterVersion, Specification>> = {
  '1.0': withLookups(facts['1.0']),
  '1.1': withLookups(facts['1.1']),
  '1.2': withLookups(facts['1.2']),
};

/** The facts of one version. */
export function specification(version: OneRosterVersion): Specification {
  return specifications[version];
}

export function isVersion(text: string): text is OneRosterVersion {
  return versions.some((version) => version === text);
}

export function isProfileId(text: string): text is ProfileId {
  return profileIds.some((id) => id === text);
}

/** Whether some version has a data table of that name. */
export function isTableName(text: string): text is TableName {
  return versions.some((version) => facts[version].tables.some((table) => table.name === text));
}

/**
 * A profile with everything that it inherits. Severities are merged rule by rule; everything else that a profile states
 * replaces what it extends.
 */
export function resolveProfile(id: ProfileId): ProfileFact {
  const { extends: base, ...own } = profiles[id];
  if (base === undefined) return complete(own);
  const inherited = resolveProfile(base);
  return { ...inherited, ...own, severities: { ...inherited.severities, ...own.severities } };
}

/** The versions whose table of that name has the column, variants of the table included. */
export function versionsWithColumn(table: string, column: string): OneRosterVersion[] {
  return versions.filter((version) => {
    const fact = facts[version].tables.find((each) => each.name === table);
    return fact !== undefined && headersOf(fact).some((header) => header.includes(column));
  });
}

/** The versions that have the file, whose name has to be exact. manifest.csv is in 1.1 and 1.2. */
export function versionsWithTable(file: string): OneRosterVersion[] {
  return versions.filter((version) => {
    const { manifest, tables } = facts[version];
    return manifest?.file === file || tables.some((table) => table.file === file);
  });
}

/**
 * The facts that fit a header: the table's own, or those of a variant whose additional columns the header has, such as
 * the users.csv of June 2022 with resourceSourcedIds.
 */
export function tableForHeader(table: TableFact, header: readonly string[]): TableFact {
  const variant = table.variants?.find(({ additional }) =>
    additional.every((column) => header.includes(column.name)),
  );
  if (variant === undefined) return table;
  const known = [...table.columns, ...variant.additional];
  const columns = variant.columns.flatMap((name) => known.find((column) => column.name === name) ?? []);
  return { ...table, columns };
}

function headersOf(table: TableFact): readonly (readonly string[])[] {
  const variants = table.variants ?? [];
  return [table.columns.map((column) => column.name), ...variants.map((variant) => variant.columns)];
}

function withLookups({ specification: fact, manifest, tables }: VersionFacts): Specification {
  const byName = new Map<string, TableFact>(tables.map((table) => [table.name, table]));
  const byFile = new Map<string, TableFact>(tables.map((table) => [table.file, table]));
  const columns = new Map<string, ColumnFact>(
    tables.flatMap((table) =>
      table.columns.map((column) => [`${table.name}.${column.name}`, column] as const),
    ),
  );
  return {
    ...fact,
    tables,
    manifest,
    table: (name: TableName) => byName.get(name),
    tableOfFile: (file: string) => byFile.get(file),
    column: <T extends TableName>(table: T, column: ColumnName<T>) => columns.get(`${table}.${column}`),
  };
}

/** A profile that extends no other has to state everything; the tests see to it, so a gap here is a bug. */
function complete(profile: Partial<ProfileFact>): ProfileFact {
  if (!isComplete(profile)) throw new Error(`The profile ${profile.id ?? '(without id)'} is incomplete.`);
  return profile;
}

function isComplete(profile: Partial<ProfileFact>): profile is ProfileFact {
  return inheritedKeys.every((key) => profile[key] !== undefined);
}

function keysOf<K extends string>(record: Readonly<Record<K, unknown>>): K[] {
  return Object.keys(record).filter((key): key is K => key in record);
}
