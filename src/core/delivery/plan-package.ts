import type { ManifestSetting } from '../config/config';
import { RosterError } from '../errors';
import { phrase, sentence } from '../text/say';
import type { Roster } from '../model/roster';
import { fileNameOf, type RosterInput } from '../model/roster-input';
import { plainZipName } from '../spec/plain-zip-name';
import type { ManifestFact, ProfileFact, TableFact } from '../spec/types';

/** One file of a package. */
export interface PlannedFile {
  /** Its name in the package, in the only letter case that is right. */
  readonly name: string;
  /** Where it stands in the roster. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What a package is to hold. */
export interface PackagePlan {
  /** The package's file name. */
  readonly fileName: string;
  /** In the order in which they are written: the manifest, then the specification's order. */
  readonly files: readonly PlannedFile[];
  /** The paths of the files that are not the specification's, and of doubles; they stay out. */
  readonly leftOut: readonly string[];
}

export interface PlanPackageOptions {
  /** `keep` where it is left out. */
  readonly manifest?: ManifestSetting | undefined;
  /** The package is made to be delivered: where the consumer takes loose files, they are taken out of it again. */
  readonly forDelivery?: boolean | undefined;
}

/**
 * Decides which files go into the package of a roster, by which names and in which order. Nothing but the files of the
 * roster's version goes in, each once and at the root.
 *
 * Throws `configuration` where the profile takes no zip, or demands the manifest that is to be left out; `file-unreadable`
 * for a file that belongs into the package and could not be read; `not-a-roster` where nothing is left to pack.
 */
export function planPackage(roster: Roster, options: PlanPackageOptions = {}): PackagePlan {
  const { input, profile, specification } = roster;
  refuseWrongSettings(profile, options);
  refuseUnreadable(roster);
  const contents = contentsByPath(input);
  const files: PlannedFile[] = [];
  const facts: readonly (TableFact | ManifestFact)[] = [
    ...(specification.manifest === undefined || options.manifest === 'omit' ? [] : [specification.manifest]),
    ...specification.tables,
  ];
  for (const fact of facts) {
    const path = roster.tables.find((table) => table.fact?.name === fact.name)?.file;
    const bytes = path === undefined ? undefined : contents.get(path);
    if (path !== undefined && bytes !== undefined) files.push({ name: fact.file, path, bytes });
  }
  if (files.length === 0) {
    throw new RosterError(
      'not-a-roster',
      sentence('{name} holds no file of OneRoster {version}.', { name: input.name, version: roster.version }),
      phrase('Give the folder that holds the CSV files, or a zip of them.'),
    );
  }
  const packed = new Set(files.map((file) => file.path));
  return {
    fileName: packageName(input.name, profile),
    files,
    leftOut: input.entries.map((entry) => entry.path).filter((path) => !packed.has(path)),
  };
}

/** The package's file name: the profile's, or else the roster's own. */
export function packageName(rosterName: string, profile: ProfileFact): string {
  if (profile.zipName !== null) return profile.zipName;
  const name = fileNameOf(rosterName.replaceAll('\\', '/').replace(/\/+$/, '')).replace(/\.zip$/i, '');
  const usable = name === '' || name === '.' || name === '..' ? 'roster.zip' : `${name}.zip`;
  if (!profile.plainZipName) return usable;
  const plain = plainZipName(usable);
  return plain === '.zip' ? 'roster.zip' : plain;
}

function refuseWrongSettings(profile: ProfileFact, { manifest, forDelivery }: PlanPackageOptions): void {
  if (profile.layout === 'loose' && forDelivery !== true) {
    throw new RosterError(
      'configuration',
      sentence('The profile "{id}" takes the CSV files side by side and no package.', { id: profile.id }),
      phrase('Upload the roster, which delivers them as they are, or choose another profile.'),
    );
  }
  if (manifest !== 'omit' || profile.manifest === 'optional') return;
  throw new RosterError(
    'configuration',
    sentence('The profile "{id}" demands manifest.csv, so the package cannot leave it out.', {
      id: profile.id,
    }),
    phrase('Set "package.manifest" to "keep", or choose a profile whose consumer does not ask for it.'),
  );
}

/** A file that cannot be read must not silently be missing from the package. */
function refuseUnreadable({ input, specification }: Roster): void {
  for (const { path, content } of input.entries) {
    if (!('failure' in content)) continue;
    const name = fileNameOf(path).toLowerCase();
    const facts = [specification.manifest, ...specification.tables];
    if (!facts.some((fact) => fact?.file.toLowerCase() === name)) continue;
    throw new RosterError(
      'file-unreadable',
      content.failure,
      phrase('Without this file the package would not be whole.'),
    );
  }
}

/** The bytes of each path; of two entries with one path the first, which is the one that was checked. */
function contentsByPath(input: RosterInput): ReadonlyMap<string, Uint8Array> {
  const contents = new Map<string, Uint8Array>();
  for (const { path, content } of input.entries) {
    if ('bytes' in content && !contents.has(path)) contents.set(path, content.bytes);
  }
  return contents;
}
