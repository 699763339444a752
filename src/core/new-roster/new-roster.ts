import example from '../../../schemas/example-roster.json';
import { configFileName } from '../config/config';
import { manifestFor } from '../convert/convert-manifest';
import { csvField } from '../edits/write-field';
import { RosterError } from '../errors';
import { anyOf, sentence } from '../text/say';
import type { ProfileId } from '../spec/catalog.generated';
import { resolveProfile, specification } from '../spec/specification';
import type { OneRosterVersion, ProfileFact, TableFact } from '../spec/types';
import { encodeUtf8 } from '../text/utf8';

/** A file of a new roster. */
export interface NewRosterFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** How many records it has, the header left out; 0 for the configuration. */
  readonly records: number;
}

export interface NewRosterOptions {
  readonly version: OneRosterVersion;
  readonly profile: ProfileId;
  /** The day that it is to be current on, as `YYYY-MM-DD`. */
  readonly asOf: string;
}

/** The fields of a record under the names that any version has for them; where versions have other words, by version. */
type ExampleRecord = Readonly<Record<string, string | Readonly<Record<OneRosterVersion, string>>>>;

// The shape of the file is checked against schemas/meta/example-roster.schema.json by test/repo/schemas.test.ts.
const exampleTables = example.tables as unknown as Readonly<Record<string, readonly ExampleRecord[]>>;

/**
 * The files of a small roster in which everything fits: the manifest where the version has one, the tables with the right headers, and
 * a configuration that names version and profile. What is sensitive is left out where nobody asks for it.
 *
 * Throws `usage` where the profile does not read the version.
 */
export function newRoster({ version, profile: id, asOf }: NewRosterOptions): readonly NewRosterFile[] {
  const profile = resolveProfile(id);
  refuseUnread(profile, version);
  const { tables, manifest } = specification(version);
  const lineEnd = profile.lineEnds === 'lf' ? '\n' : '\r\n';
  const wanted = tables.filter((fact) => isWanted(fact, profile));
  const words = wordsFor(asOf);
  const files = wanted.map((fact) => {
    const records = recordsOf(fact, version, words);
    const lines = [fact.columns.map(({ name }) => name), ...records];
    return { name: fact.file, bytes: csvBytes(lines, lineEnd), records: records.length };
  });
  const config = `${JSON.stringify({ version, profile: id }, undefined, 2)}\n`;
  const settings = { name: configFileName, bytes: encodeUtf8(config), records: 0 };
  if (manifest === undefined) return [settings, ...files];
  const modes = new Map(wanted.map((fact) => [fact.name, 'bulk' as const]));
  const bytes = manifestFor(manifest, modes, new Map(), lineEnd);
  const rows = manifest.rows.filter(({ required }) => required).length;
  return [settings, { name: manifest.file, bytes, records: rows }, ...files];
}

function refuseUnread({ id, title, versions }: ProfileFact, version: OneRosterVersion): void {
  if (versions.includes(version)) return;
  throw new RosterError(
    'usage',
    sentence('{title} does not read OneRoster {version}.', { title, version }),
    sentence('Choose {choice}, or another profile than "{id}".', { choice: anyOf(versions), id }),
  );
}

/** Files of the gradebook and of resources are left out: a file must not hold its header alone. */
function isWanted(
  { name, file, group, requiredInPackage }: TableFact,
  { requiredFiles }: ProfileFact,
): boolean {
  if (exampleTables[name] === undefined) return false;
  const isDemanded = requiredInPackage || requiredFiles.includes(file);
  return isDemanded || (group === 'rostering' && name !== 'demographics');
}

function recordsOf(
  { name, columns }: TableFact,
  version: OneRosterVersion,
  words: ReadonlyMap<string, string>,
): readonly (readonly string[])[] {
  return (exampleTables[name] ?? []).map((record) =>
    columns.map((column) => {
      const field = record[column.name] ?? '';
      const text = typeof field === 'string' ? field : field[version];
      return text.replace(/\{(\w+)\}/g, (_all, word: string) => words.get(word) ?? '');
    }),
  );
}

/** The years of the school year that holds a day; it runs from August to July, so that each day is in one. */
function wordsFor(asOf: string): ReadonlyMap<string, string> {
  const [year = '', month = ''] = asOf.split('-');
  const start = Number(month) >= 8 ? Number(year) : Number(year) - 1;
  return new Map([
    ['start', String(start)],
    ['end', String(start + 1)],
    ['tenYears', String(start - 10)],
  ]);
}

function csvBytes(records: readonly (readonly string[])[], lineEnd: string): Uint8Array {
  return encodeUtf8(
    records.map((fields) => `${fields.map((field) => csvField(field)).join(',')}${lineEnd}`).join(''),
  );
}
