import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { CsvScanner } from '../core/csv/scan-csv';
import { RosterError } from '../core/errors';
import { validateRoster } from '../core/validate-roster';
import { breathe } from '../node/cancel';
import { hashOfFile } from '../node/hash-of-file';
import type { PackageResult } from '../node/package-roster';
import { readRosterInput } from '../node/read-roster-input';
import type { Arguments } from './arguments';
import { tellErrors } from './commands/package';
import { reportFiles } from './report/roster-report';
import type { RosterSettings } from './settings';
import { counted } from '../core/text/counted';
import { ProgressLine, type CliContext } from './terminal';

/** A package that may be uploaded. */
export interface ReadyPackage extends Omit<PackageResult, 'version'> {
  /** Its file name, which it keeps on the server. */
  readonly name: string;
  /** Of OneRoster. */
  readonly version: string;
}

/** Checks a zip that was made before. Throws `problems-found` where it has errors and `--force` is not given. */
export async function inspectZip(
  path: string,
  { validate }: RosterSettings,
  args: Arguments,
  context: CliContext,
): Promise<ReadyPackage> {
  const { signal } = context;
  const full = resolve(context.cwd, path);
  const progress = new ProgressLine(context.stderr);
  progress.show(`Validating ${path}`);
  const scanner = new CsvScanner();
  const input = await readRosterInput(full, { signal, scanner });
  const validation = validateRoster(input, { ...validate, scanner });
  progress.clear();
  await breathe(signal);
  await tellErrors(path, validation, context);
  if (validation.totals.error > 0 && !args.has('force')) {
    throw new RosterError(
      'problems-found',
      `${path} has ${counted(validation.totals.error, 'error')}, so it was not uploaded.`,
      'Correct them and package it again, or upload it in spite of them with --force.',
    );
  }
  const { roster } = validation;
  return {
    path: full,
    name: basename(full),
    bytes: (await stat(full)).size,
    sha256: await hashOfFile(full),
    files: reportFiles(roster),
    profile: roster.profile.id,
    version: roster.version,
  };
}
