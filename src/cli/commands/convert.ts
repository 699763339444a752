import { resolve } from 'node:path';
import { RosterError } from '../../core/errors';
import { versions } from '../../core/spec/specification';
import type { OneRosterVersion } from '../../core/spec/types';
import type { Validation } from '../../core/validate-roster';
import { convertRosterInput, type ConvertedInput } from '../../node/convert-roster-input';
import { loadConfig } from '../../node/load-config';
import { readRosterInput } from '../../node/read-roster-input';
import { writeRosterFolder } from '../../node/write-roster-folder';
import type { Arguments } from '../arguments';
import type { Command } from '../command';
import { exitCodes, type ExitCode } from '../../core/exit-codes';
import { conversionAsJson, conversionAsText } from '../report/conversion-report';
import { readSettings, rosterOptions } from '../settings';
import { paintFor, ProgressLine, visible, writeAll, type CliContext } from '../terminal';
import { tellErrors } from './package';

const formats = ['text', 'json'] as const;

export const convert: Command = {
  command: 'convert',
  usage: 'convert [path] --to VERSION --output FOLDER [options]',
  summary: 'Turns a roster into one of another OneRoster version, and lists what cannot be carried over.',
  paths: 1,
  options: [
    { name: 'to', value: 'VERSION', summary: 'The version that it is to have.', choices: versions },
    { name: 'output', value: 'FOLDER', summary: 'Where the new roster goes: a folder without CSV files.' },
    { name: 'dry-run', summary: 'Only list what would be lost and added; write nothing.' },
    { name: 'allow-loss', summary: 'Let the exit code be 0 although something is lost.' },
    { name: 'force', summary: 'Convert it in spite of errors.' },
    { name: 'format', value: 'FORMAT', summary: 'How the list is written.', choices: formats },
    { name: 'hide-values', summary: 'Keep field values out of the list.' },
    ...rosterOptions,
  ],
  notes: [
    'The old roster stays as it is, and nothing is overwritten.',
    'Exit codes: 0 converted, 1 something was lost, or the roster has errors and was not converted, 2 wrong arguments, configuration or files, 130 cancelled.',
  ],
  run: runConvert,
};

async function runConvert(args: Arguments, context: CliContext): Promise<ExitCode> {
  const format = args.choice('format', formats) ?? 'text';
  const to = args.choice('to', versions);
  if (to === undefined) throw missing('--to', `Name the version: --to ${versions.join(' or --to ')}.`);
  const output = args.text('output');
  const isDryRun = args.has('dry-run');
  if (output === undefined && !isDryRun) {
    throw missing('--output', 'Name the folder for the new roster, or only look with --dry-run.');
  }
  const path = args.paths[0] ?? '.';
  const result = await convertPath(path, to, args, context);
  const folder = isDryRun ? undefined : output;
  if (folder !== undefined) {
    await writeRosterFolder(resolve(context.cwd, folder), result.conversion.files, context.signal);
  }
  const written = { path, output: folder, showValues: !args.has('hide-values'), ...result };
  const text =
    format === 'json'
      ? conversionAsJson(written)
      : conversionAsText(written, paintFor(context.stdout, context.env));
  await writeAll(context.stdout, [text]);
  if (folder !== undefined) await warnOfPinnedVersion(resolve(context.cwd, folder), to, context);
  const isComplete = result.conversion.totals.lost === 0 || args.has('allow-loss');
  return isComplete ? exitCodes.ok : exitCodes.problems;
}

async function convertPath(
  path: string,
  to: OneRosterVersion,
  args: Arguments,
  context: CliContext,
): Promise<ConvertedInput> {
  const { signal } = context;
  const { config, validate } = await readSettings(path, args, context);
  const progress = new ProgressLine(context.stderr);
  const found: { validation?: Validation } = {};
  try {
    progress.show(`Reading ${path}`);
    const input = await readRosterInput(resolve(context.cwd, path), { signal, ignore: config.ignore });
    return await convertRosterInput(input, to, {
      ...validate,
      force: args.has('force'),
      signal,
      onValidated: (validation) => (found.validation = validation),
      onProgress: (step) => progress.show(`${path}: ${step}`),
    });
  } finally {
    progress.clear();
    if (found.validation !== undefined) await tellErrors(path, found.validation, context);
  }
}

/** A configuration above the new roster may hold it for one of the old version. */
async function warnOfPinnedVersion(
  folder: string,
  to: OneRosterVersion,
  { stderr }: CliContext,
): Promise<void> {
  const loaded = await loadConfig(folder);
  const version = loaded?.config.version;
  if (loaded === undefined || version === undefined || version === to) return;
  stderr.write(`${visible(loaded.path)} says version ${version}, and the new roster has ${to}.\n`);
}

function missing(option: string, remedy: string): RosterError {
  return new RosterError('usage', `convert needs ${option}.`, remedy);
}
