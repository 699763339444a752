import { basename } from 'node:path';
import { conversionSteps, type Conversion } from '../core/convert/convert-roster';
import { CsvScanner } from '../core/csv/scan-csv';
import { RosterError } from '../core/errors';
import { phrase, sentence } from '../core/text/say';
import { assembleRoster } from '../core/model/assemble-roster';
import { scanSteps, withProfile, type Roster } from '../core/model/roster';
import type { RosterInput } from '../core/model/roster-input';
import { resolveProfile } from '../core/spec/specification';
import type { OneRosterVersion } from '../core/spec/types';
import {
  checkSteps,
  rosterOptions,
  withSeverities,
  type ValidateOptions,
  type Validation,
} from '../core/validate-roster';
import { breathe } from './cancel';
import { inSlices } from './in-slices';

export interface ConvertOptions extends ValidateOptions {
  /** Convert in spite of problems of severity error. */
  readonly force?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Told the next step, as the beginning of a sentence. */
  readonly onProgress?: ((step: 'checking' | 'converting' | 'checking the result') => void) | undefined;
  /** Told what is wrong with the roster that is converted, before it decides anything. */
  readonly onValidated?: ((validation: Validation) => void) | undefined;
}

export interface ConvertedInput {
  /** The roster as it was. */
  readonly before: Roster;
  readonly conversion: Conversion;
  /** What is wrong with the converted roster, by the options' profile. */
  readonly validation: Validation;
}

/**
 * Converts a roster that has been read. The roster itself is held against the specification alone: a consumer that does not read its
 * version may be the reason to convert it.
 *
 * Throws `problems-found` where it has errors and `force` is not set, `cancelled`, and what `conversionSteps` throws.
 */
export async function convertRosterInput(
  input: RosterInput,
  to: OneRosterVersion,
  options: ConvertOptions = {},
): Promise<ConvertedInput> {
  const { signal, onProgress } = options;
  const scanner = options.scanner ?? new CsvScanner();
  const read = rosterOptions(options);
  onProgress?.('checking');
  const files = await inSlices(scanSteps(input.entries, scanner), signal);
  const roster = assembleRoster(input, files, read);
  const standard = withSeverities(resolveProfile('standard'), options.severities);
  const before = await inSlices(checkSteps(withProfile(roster, standard), options), signal);
  options.onValidated?.(before);
  if (options.force !== true) refuseErrors(before);
  await breathe(signal);
  onProgress?.('converting');
  const conversion = await inSlices(conversionSteps(roster, to, scanner), signal);
  onProgress?.('checking the result');
  const validation = await inSlices(
    checkSteps(conversion.roster, { maxProblems: options.maxProblems ?? 20 }),
    signal,
  );
  return { before: roster, conversion, validation };
}

function refuseErrors({ roster, totals }: Validation): void {
  if (totals.error === 0) return;
  throw new RosterError(
    'problems-found',
    totals.error === 1
      ? sentence('{name} has {count} error, so it was not converted.', {
          name: basename(roster.input.name),
          count: totals.error,
        })
      : sentence('{name} has {count} errors, so it was not converted.', {
          name: basename(roster.input.name),
          count: totals.error,
        }),
    phrase('Correct them, or convert it in spite of them; on the command line, with --force.'),
  );
}
