import { resolve } from 'node:path';
import { CsvScanner } from '../../core/csv/scan-csv';
import type { Validation } from '../../core/validate-roster';
import { packageRoster, type PackageOptions, type PackageResult } from '../../node/package-roster';
import { readRosterInput } from '../../node/read-roster-input';
import type { Arguments } from '../arguments';
import type { Command } from '../command';
import { exitCodes, type ExitCode } from '../../core/exit-codes';
import { reportRoster } from '../report/roster-report';
import { formatText } from '../report/text-format';
import { readSettings, rosterOptions, type RosterSettings } from '../settings';
import { counted } from '../../core/text/counted';
import { paintFor, ProgressLine, visible, writeAll, type CliContext } from '../terminal';
import { shownPath } from './validate';

const formats = ['text', 'json'] as const;

export const packageCommand: Command = {
  command: 'package',
  usage: 'package [path] [options]',
  summary: 'Checks a roster and makes one zip of it that consumers can read.',
  paths: 1,
  options: [
    {
      name: 'output',
      value: 'FILE',
      summary: "The package; the profile's zip name beside the roster unless given.",
    },
    { name: 'force', summary: 'Package it in spite of errors.' },
    { name: 'no-read-back', summary: 'Do not read the finished package back to compare it.' },
    { name: 'format', value: 'FORMAT', summary: 'How the result is written.', choices: formats },
    ...rosterOptions,
  ],
  notes: [
    'Exit codes: 0 packaged, 1 the roster has errors, 2 wrong arguments, configuration or files, 130 cancelled.',
  ],
  run: runPackage,
};

async function runPackage(args: Arguments, context: CliContext): Promise<ExitCode> {
  const format = args.choice('format', formats) ?? 'text';
  const path = args.paths[0] ?? '.';
  const settings = await readSettings(path, args, context);
  const result = await packagePath(path, settings, args, context, {
    output: outputOf(args, settings, context),
    readBack: !args.has('no-read-back'),
  });
  await writeAll(context.stdout, [
    format === 'json' ? `${JSON.stringify(result, undefined, 2)}\n` : describe(result),
  ]);
  return exitCodes.ok;
}

/** Packages the roster at a path with its settings, telling progress and, where it has errors, which. */
export async function packagePath(
  path: string,
  settings: RosterSettings,
  args: Arguments,
  context: CliContext,
  options: Pick<PackageOptions, 'output' | 'readBack' | 'forDelivery'>,
): Promise<PackageResult> {
  const { signal } = context;
  const { config, validate } = settings;
  const progress = new ProgressLine(context.stderr);
  const force = args.has('force');
  const found: { validation?: Validation } = {};
  try {
    progress.show(`Reading ${path}`);
    const scanner = new CsvScanner();
    const input = await readRosterInput(resolve(context.cwd, path), {
      signal,
      ignore: config.ignore,
      scanner,
    });
    return await packageRoster(input, {
      ...validate,
      scanner,
      ...options,
      manifest: config.package.manifest,
      force,
      signal,
      onValidated: (validation) => (found.validation = validation),
      onProgress: ({ step, done }) => progress.showStep(`${path}: ${step}`, done),
    });
  } finally {
    progress.clear();
    if (found.validation !== undefined) await tellErrors(path, found.validation, context);
  }
}

/** The errors go to standard error, whether they stop the package or it is made by force. */
export async function tellErrors(path: string, validation: Validation, context: CliContext): Promise<void> {
  if (validation.totals.error === 0) return;
  const report = reportRoster(path, validation);
  const problems = report.problems.filter((problem) => problem.severity === 'error');
  const paint = paintFor(context.stderr, context.env);
  await writeAll(context.stderr, formatText([{ ...report, problems }], { paint, pathOf: shownPath }));
}

function outputOf(
  args: Arguments,
  { config, configPath }: RosterSettings,
  context: CliContext,
): string | undefined {
  const output = args.text('output');
  if (output !== undefined) return resolve(context.cwd, output);
  return config.package.output === undefined ? undefined : configPath(config.package.output);
}

function describe({ path, bytes, sha256, files, version, profile }: PackageResult): string {
  const width = Math.max(...files.map(({ name }) => name.length));
  return [
    `${visible(path)}: OneRoster ${version}, profile ${profile}, ${counted(files.length, 'file')}, ${counted(bytes, 'byte')}`,
    ...files.map((file) => `  ${file.name.padEnd(width)}  ${counted(file.records, 'record')}`),
    `SHA-256 ${sha256}`,
    '',
  ].join('\n');
}
