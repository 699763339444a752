import { join, resolve } from 'node:path';
import { isDayText } from '../../core/config/is-day-text';
import { RosterError } from '../../core/errors';
import type { Severity } from '../../core/spec/types';
import { usualMaxProblems } from '../../core/validate-roster';
import { breathe } from '../../node/cancel';
import { readRosterInput } from '../../node/read-roster-input';
import { ScansWhileReading } from '../../node/scans-while-reading';
import type { Arguments } from '../arguments';
import { baselineWriter, baselineWriterOptions, type BaselineWriter } from '../baseline-writer';
import type { Command } from '../command';
import { exitCodes, type ExitCode } from '../../core/exit-codes';
import { mendConfig } from '../mend-config';
import { mendingOf, mendOptions, mendRoster, type Mending } from '../mend-roster';
import { inChunks } from '../report/in-chunks';
import type { ReportFormat } from '../report/report-format';
import { reportFormats } from '../report/report-formats';
import { writeReport } from '../report/write-report';
import { reaches, reportRoster, type RosterReport } from '../report/roster-report';
import { withSecrets } from '../report/with-secrets';
import { readSettings, rosterOptions } from '../settings';
import { paintFor, ProgressLine, writeAll, type CliContext, type Paint } from '../terminal';

const formats = reportFormats.map(({ name }) => name);
const thresholds: readonly (Severity | 'never')[] = ['error', 'warning', 'information', 'never'];

export const validate: Command = {
  command: 'validate',
  usage: 'validate [path…] [options]',
  summary: 'Checks rosters and reports every problem with its place.',
  paths: Infinity,
  options: [
    { name: 'format', value: 'FORMAT', summary: 'How the report is written.', choices: formats },
    { name: 'show-values', summary: 'Let field values into a report that leaves them out.' },
    { name: 'hide-values', summary: 'Keep field values out of a report in text or JSON.' },
    ...rosterOptions,
    ...baselineWriterOptions,
    ...mendOptions,
    {
      name: 'as-of',
      value: 'DATE',
      summary: 'The day to take for today, as YYYY-MM-DD; the day that it is unless given.',
    },
    {
      name: 'fail-on',
      value: 'SEVERITY',
      summary: 'What makes the exit code 1; "error" unless given.',
      choices: thresholds,
    },
    {
      name: 'max-problems',
      value: 'N',
      summary: `The most problems to list of one rule, 0 for every place; ${String(usualMaxProblems)} unless given.`,
    },
    { name: 'output', value: 'FILE', summary: 'Write the report to a file.' },
  ],
  notes: [
    `Formats: ${reportFormats.map(({ name, summary }) => `${name} (${summary})`).join(', ')}.`,
    'Reports in text and JSON quote field values; the others name places only, so that they can be passed on.',
    'What is mended: --fix does what is certain and loses nothing, --fix-unsafe guesses too. The report tells of what is left, and so does the exit code.',
    'Exit codes: 0 no problems that count, 1 problems, 2 wrong arguments, configuration or files, 130 cancelled.',
  ],
  run: runValidate,
};

async function runValidate(args: Arguments, context: CliContext): Promise<ExitCode> {
  const format = chosenFormat(args);
  const showValues = chosenValues(args, format);
  const failOn = args.choice('fail-on', thresholds) ?? 'error';
  checkDate(args.text('as-of'));
  const output = args.text('output');
  const writer = baselineWriter(args, context);
  const mending = mendingOf(args);
  const reports: RosterReport[] = [];
  for (const path of args.paths.length === 0 ? ['.'] : args.paths) {
    reports.push(await validatePath(path, args, context, { writer, mending }));
  }
  const code = reports.some(({ totals }) => reaches(totals, failOn)) ? exitCodes.problems : exitCodes.ok;
  // Standard output is the diff's then.
  if (mending?.isDryRun === true && output === undefined) return code;
  const paint: Paint = output === undefined ? paintFor(context.stdout, context.env) : (text) => text;
  const time = new Date();
  const pieces = inChunks(format.write(reports, { paint, pathOf: shownPath, showValues, failOn, time }));
  if (output === undefined) await writeAll(context.stdout, pieces);
  else await writeReport(resolve(context.cwd, output), pieces);
  return code;
}

function chosenFormat(args: Arguments): ReportFormat {
  const name = args.choice('format', formats) ?? 'text';
  const format = reportFormats.find((each) => each.name === name);
  if (format === undefined) throw new Error(`No format is named ${name}.`);
  return format;
}

function chosenValues(args: Arguments, format: ReportFormat): boolean {
  if (args.has('show-values') && args.has('hide-values')) {
    throw new RosterError(
      'usage',
      '--show-values and --hide-values contradict each other.',
      'Leave one of them out.',
    );
  }
  if (args.has('show-values')) return true;
  return format.showsValues && !args.has('hide-values');
}

/** What is done beside reporting. */
interface Work {
  readonly writer: BaselineWriter | undefined;
  readonly mending: Mending | undefined;
}

async function validatePath(
  path: string,
  args: Arguments,
  context: CliContext,
  { writer, mending }: Work,
): Promise<RosterReport> {
  const { signal } = context;
  const progress = new ProgressLine(context.stderr);
  const settings = await readSettings(path, args, context);
  try {
    progress.show(`Reading ${path}`);
    const { ignore } = settings.config;
    const scans = new ScansWhileReading();
    const found = await readRosterInput(resolve(context.cwd, path), {
      ...{ signal, ignore },
      ...(mending === undefined ? { onRead: scans.add, scanner: scans.scanner } : {}),
    });
    const input =
      mending === undefined
        ? found
        : await mendRoster(path, found, mending, settings.validate, context, progress);
    const options =
      mending === undefined
        ? settings.validate
        : await mendConfig(path, input, mending, settings.validate, context);
    progress.show(`Validating ${path}`);
    await breathe(signal);
    const { accepted } = options;
    const validation = scans.validate(input, {
      ...options,
      accepted: writer === undefined ? accepted : writer.accepted(accepted),
    });
    await breathe(signal);
    await writer?.finish(settings.baselinePath);
    const report = reportRoster(path, validation);
    return input.kind === 'zip'
      ? report
      : await withSecrets(report, resolve(context.cwd, path), settings.configFile);
  } finally {
    progress.clear();
  }
}

/** The path as a person would write it from where the command was started, so that terminals can open it. */
export function shownPath({ path }: Pick<RosterReport, 'path'>, file: string): string {
  return join(path, file);
}

function checkDate(text: string | undefined): void {
  if (text === undefined || isDayText(text)) return;
  throw new RosterError('usage', '--as-of has to be a day, as YYYY-MM-DD.', 'Write it like 2026-08-15.');
}
