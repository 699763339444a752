import { randomBytes } from 'node:crypto';
import { rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { ManifestSetting } from '../core/config/config';
import { planPackage, type PackagePlan } from '../core/delivery/plan-package';
import { RosterError } from '../core/errors';
import type { RosterInput } from '../core/model/roster-input';
import type { Roster } from '../core/model/roster';
import type { OneRosterVersion } from '../core/spec/types';
import { validateSteps, type ValidateOptions, type Validation } from '../core/validate-roster';
import { breathe, throwIfCancelled } from './cancel';
import { systemCode, unwritableFile } from './file-failure';
import { inSlices } from './in-slices';
import { readBack, type SourceFile } from './read-back';
import { readRosterInput } from './read-roster-input';
import { writeZip } from './zip/write-zip';
import { phrase, sentence } from '../core/text/say';

/** What is being done, and how much of it, from 0 to 1. */
export interface PackageProgress {
  readonly step: 'reading' | 'validating' | 'packing' | 'reading back';
  readonly done: number;
}

export interface PackageOptions extends ValidateOptions {
  /** Where the package goes; beside the roster, by the name of the plan, where it is left out. */
  readonly output?: string | undefined;
  readonly manifest?: ManifestSetting | undefined;
  /** The package is to be uploaded; where the consumer takes loose files, that takes them out of it. */
  readonly forDelivery?: boolean | undefined;
  /** Package in spite of problems of severity error. */
  readonly force?: boolean | undefined;
  /** Whether the finished package is read back and compared; yes where it is left out. */
  readonly readBack?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: PackageProgress) => void) | undefined;
  /** Told what validation found, before it decides anything. */
  readonly onValidated?: ((validation: Validation) => void) | undefined;
}

/** A finished package. */
export interface PackageResult {
  readonly path: string;
  readonly bytes: number;
  /** Of the package, in hexadecimal. */
  readonly sha256: string;
  /** In the order in which they stand in the package. `records` leaves out the header and blank records. */
  readonly files: readonly { readonly name: string; readonly records: number; readonly bytes: number }[];
  readonly profile: string;
  readonly version: OneRosterVersion;
}

/**
 * Makes the package of a roster: reads it once, validates it, writes one flat zip beside its final place, reads that back,
 * and only then gives it its name. What was validated is what is packed, and whatever goes wrong, an older package stays
 * as it was and nothing half-done is left.
 *
 * Throws `problems-found` where the roster has errors and `force` is not set, `read-back-failed`, `file-unwritable`,
 * `cancelled`, and what `readRosterInput` and `planPackage` throw.
 * @param roster the path of a folder or zip, or a roster that was read before
 */
export async function packageRoster(
  roster: string | RosterInput,
  options: PackageOptions = {},
): Promise<PackageResult> {
  const { signal, onProgress } = options;
  onProgress?.({ step: phrase('reading'), done: 0 });
  const input = typeof roster === 'string' ? await readRosterInput(roster, { signal }) : roster;
  onProgress?.({ step: phrase('validating'), done: 0 });
  const validation = await inSlices(validateSteps(input, options), signal);
  options.onValidated?.(validation);
  await breathe(signal);
  if (options.force !== true) refuseErrors(validation);
  const plan = planPackage(validation.roster, {
    manifest: options.manifest,
    forDelivery: options.forDelivery,
  });
  const output = await choosePlace(input, plan, options.output);
  const sources = sourcesOf(validation.roster, plan);
  const { bytes, sha256 } = await writeInPlace(output, sources, options);
  return {
    path: output,
    bytes,
    sha256,
    files: sources.map(({ name, bytes, dataRecords }) => ({
      name,
      records: dataRecords,
      bytes: bytes.length,
    })),
    profile: validation.roster.profile.id,
    version: validation.roster.version,
  };
}

function refuseErrors({ roster, totals }: Validation): void {
  if (totals.error === 0) return;
  throw new RosterError(
    'problems-found',
    totals.error === 1
      ? sentence('{name} has {count} error, so it was not packaged.', {
          name: basename(roster.input.name),
          count: totals.error,
        })
      : sentence('{name} has {count} errors, so it was not packaged.', {
          name: basename(roster.input.name),
          count: totals.error,
        }),
    phrase('Correct them, or package it in spite of them; on the command line, with --force.'),
  );
}

async function choosePlace(
  input: RosterInput,
  plan: PackagePlan,
  output: string | undefined,
): Promise<string> {
  const source = resolve(input.name);
  const place = output === undefined ? join(dirname(source), plan.fileName) : resolve(output);
  if (place === source) {
    throw new RosterError(
      'usage',
      sentence('The package would take the place of {name}, which it is made from.', { name: input.name }),
      phrase('Name another file for it; on the command line, with --output.'),
    );
  }
  try {
    if ((await stat(place)).isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    if (systemCode(error) !== 'ENOENT') throw unwritableFile(place, error);
  }
  return place;
}

interface PackedSource extends SourceFile {
  readonly dataRecords: number;
}

function sourcesOf(roster: Roster, plan: PackagePlan): readonly PackedSource[] {
  return plan.files.flatMap((file) => {
    const table = roster.tables.find((each) => each.file === file.path);
    return table === undefined ? [] : [{ ...file, scan: table.scan, dataRecords: table.dataRecords }];
  });
}

/** Writes to a name of its own beside the place, on the same disk, so that the last step is one rename. */
async function writeInPlace(place: string, sources: readonly PackedSource[], options: PackageOptions) {
  const { signal, onProgress } = options;
  const part = join(dirname(place), `.${basename(place)}.${randomBytes(6).toString('hex')}.part`);
  try {
    const written = await writeZip(part, sources, {
      signal,
      onProgress: (done) => onProgress?.({ step: phrase('packing'), done }),
    });
    if (options.readBack !== false) {
      const compared = (done: number) => onProgress?.({ step: phrase('reading back'), done });
      await readBack(part, sources, { signal, onProgress: compared });
    }
    throwIfCancelled(signal);
    await rename(part, place).catch((error: unknown) => {
      throw systemCode(error) === undefined ? error : unwritableFile(place, error);
    });
    return written;
  } finally {
    await rm(part, { force: true });
  }
}
