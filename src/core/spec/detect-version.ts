import { fitsOf } from './header-fit';
import type { HeaderFit } from './header-fit';
import { specification, versions } from './specification';
import type { OneRosterVersion } from './types';

/** What is known of a roster before its version is. */
export interface VersionEvidence {
  readonly manifestPresent: boolean;
  /** The value of the manifest's `oneroster.version`, if it has that row. */
  readonly manifestVersion?: string;
  /** The names of the properties that the manifest has, as found. */
  readonly manifestProperties: readonly string[];
  /** The header of each CSV file by the file's name as found; the manifest may be among them. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
}

export interface DetectedVersion {
  readonly version: OneRosterVersion;
  /** What decided. `default`: nothing did, and 1.1, the version most in use, is assumed. */
  readonly basis: 'manifest' | 'manifest-properties' | 'files' | 'headers' | 'default';
  /** The manifest's own word where it is a variant that is read as `version`, such as `1.2.1`. */
  readonly variantOf?: string;
  /** What the manifest says, right or wrong. */
  readonly declared?: string;
  /** The files whose headers are another version's, by their names as found. */
  readonly contradicts?: readonly { readonly file: string; readonly version: OneRosterVersion }[];
}

type Decision = Pick<DetectedVersion, 'version' | 'basis' | 'variantOf'>;

/**
 * The version of a roster. The manifest's `oneroster.version` decides, even where the other files look different. Where it
 * is missing or unknown, a property that only a later version has decides; then the names of the files; then their headers.
 * Without a manifest, exactly the files of 1.0 mean 1.0, unless their headers say otherwise.
 */
export function detectVersion(evidence: VersionEvidence): DetectedVersion {
  const fits = fitsOf(evidence.headers);
  const declared = evidence.manifestPresent ? evidence.manifestVersion?.trim() : undefined;
  const decision =
    fromDeclaration(declared) ??
    fromProperties(evidence) ??
    fromFiles(evidence, fits) ??
    fromHeaders(evidence, fits);
  const contradicts = contradictions(decision.version, fits);
  return {
    ...decision,
    ...(declared === undefined || declared === '' ? {} : { declared }),
    ...(contradicts.length === 0 ? {} : { contradicts }),
  };
}

function fromDeclaration(declared: string | undefined): Decision | undefined {
  if (declared === undefined) return undefined;
  for (const version of versions) {
    for (const row of specification(version).manifest?.rows ?? []) {
      if (row.property !== versionProperty) continue;
      if (row.values?.some(({ value }) => value === declared)) return { version, basis: 'manifest' };
      if (row.variants?.includes(declared)) return { version, basis: 'manifest', variantOf: declared };
    }
  }
  return undefined;
}

/** The property in which a manifest states the version of its roster. */
export const versionProperty = 'oneroster.version';

/** A property that only one version has decides for it; that is how 1.2 shows. */
function fromProperties({ manifestPresent, manifestProperties }: VersionEvidence): Decision | undefined {
  if (!manifestPresent) return undefined;
  for (const property of manifestProperties) {
    const having = versions.filter((version) =>
      specification(version).manifest?.rows.some((row) => row.property === property),
    );
    if (having.length === 1 && having[0] !== undefined)
      return { version: having[0], basis: 'manifest-properties' };
  }
  return undefined;
}

/** A file that only one version has decides for it. */
function fromFiles(evidence: VersionEvidence, fits: readonly HeaderFit[]): Decision | undefined {
  for (const { candidates } of fits) {
    const [only, ...others] = candidates;
    if (only !== undefined && others.length === 0) return { version: only.version, basis: 'files' };
  }
  if (evidence.manifestPresent || !areExactlyTheFilesOf('1.0', fits)) return undefined;
  return votes(fits, versions).includes('1.0') ? { version: '1.0', basis: 'files' } : undefined;
}

function areExactlyTheFilesOf(version: OneRosterVersion, fits: readonly HeaderFit[]): boolean {
  const { tables } = specification(version);
  return fits.length === tables.length && fits.every((fit) => hasFile(fit, version));
}

function fromHeaders(evidence: VersionEvidence, fits: readonly HeaderFit[]): Decision {
  const withManifest = versions.filter(
    (version) => !evidence.manifestPresent || specification(version).manifest !== undefined,
  );
  const possible = withManifest.filter((version) => fits.every((fit) => hasFile(fit, version)));
  const winners = votes(fits, possible);
  const version = winners.includes('1.1') ? '1.1' : (winners[0] ?? '1.1');
  if (winners.length < possible.length) return { version, basis: 'headers' };
  if (possible.length < withManifest.length) return { version, basis: 'files' };
  const stated =
    evidence.manifestPresent && evidence.manifestProperties.some((name) => name.startsWith('file.'));
  return { version, basis: stated ? 'manifest-properties' : 'default' };
}

function hasFile(fit: HeaderFit, version: OneRosterVersion): boolean {
  return fit.candidates.some((candidate) => candidate.version === version);
}

/** The versions that the most headers fit best, the oldest first. */
function votes(fits: readonly HeaderFit[], possible: readonly OneRosterVersion[]): OneRosterVersion[] {
  const counts = possible.map((version) => fits.filter((fit) => fit.best(possible).includes(version)).length);
  const most = Math.max(...counts);
  return possible.filter((_, index) => counts[index] === most);
}

/**
 * Files that have a sign of another version and fit it better than the one decided on. A header that merely lacks columns,
 * or has one too many, is a damaged header of the right version.
 */
function contradictions(version: OneRosterVersion, fits: readonly HeaderFit[]) {
  return fits.flatMap((fit) => {
    const own = fit.candidates.find((candidate) => candidate.version === version);
    const [best] = fit.best(versions);
    const other = fit.candidates.find((candidate) => candidate.version === best);
    if (best === undefined || other === undefined || other === own) return [];
    if (own === undefined) return [{ file: fit.file, version: best }];
    const foreign = own.tooNew + own.foreign;
    if (foreign === 0 || other.tooNew + other.cost >= own.tooNew + own.cost) return [];
    return fit.best(versions).includes(version) ? [] : [{ file: fit.file, version: best }];
  });
}
