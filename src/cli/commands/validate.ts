import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { RosterError } from '../../core/errors';
import type { Severity } from '../../core/spec/types';
import { usualMaxProblems, validateRoster } from '../../core/validate-roster';
import { breathe } from '../../node/cancel';
import { systemCode, unwritableFile } from '../../node/file-failure';
import { readRosterInput } from '../../node/read-roster-input';
import type { Arguments } from '../arguments';
import type { Command } from '../command';
import { exitCodes, type ExitCode } from '../exit-codes';
import { formatJson } from '../report/json-format';
import { reaches, reportRoster, type RosterReport } from '../report/roster-report';
import { formatText } from '../report/text-format';
import { readSettings, rosterOptions } from '../settings';
import { paintFor, ProgressLine, writeAll, type CliContext, type Paint } from '../terminal';

const formats = ['text', 'json'] as const;
const thresholds: readonly (Severity | 'never')[] = ['error', 'warning', 'information', 'never'];

export const validate: Command = {
  command: 'validate',
  usage: 'validate [path…] [options]',
  summary: 'Checks rosters and reports every problem with its place.',
  paths: Infinity,
  options: [
    { name: 'format', value: 'FORMAT', summary: 'How the report is written.', choices: formats },
    ...rosterOptions,
    {
      name: 'as-of',
      value: 'DATE',
      summary: 'The day to take for today, as YYYY-MM-DD; no rule looks at it yet.',
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
    'Exit codes: 0 no problems that count, 1 problems, 2 wrong arguments, configuration or files, 130 cancelled.',
  ],
  run: runValidate,
};

async function runValidate(args: Arguments, context: CliContext): Promise<ExitCode> {
  const format = args.choice('format', formats) ?? 'text';
  const failOn = args.choice('fail-on', thresholds) ?? 'error';
  checkDate(args.text('as-of'));
  const output = args.text('output');
  const reports: RosterReport[] = [];
  for (const path of args.paths.length === 0 ? ['.'] : args.paths) {
    reports.push(await validatePath(path, args, context));
  }
  const paint: Paint = output === undefined ? paintFor(context.stdout, context.env) : (text) => text;
  const pieces = format === 'json' ? formatJson(reports) : formatText(reports, { paint, pathOf: shownPath });
  if (output === undefined) await writeAll(context.stdout, pieces);
  else await writeReport(resolve(context.cwd, output), pieces);
  return reports.some(({ totals }) => reaches(totals, failOn)) ? exitCodes.problems : exitCodes.ok;
}

async function validatePath(path: string, args: Arguments, context: CliContext): Promise<RosterReport> {
  const { signal } = context;
  const progress = new ProgressLine(context.stderr);
  const settings = await readSettings(path, args, context);
  try {
    progress.show(`Reading ${path}`);
    const { ignore } = settings.config;
    const input = await readRosterInput(resolve(context.cwd, path), { signal, ignore });
    progress.show(`Validating ${path}`);
    await breathe(signal);
    const validation = validateRoster(input, settings.validate);
    await breathe(signal);
    return reportRoster(path, validation);
  } finally {
    progress.clear();
  }
}

/** The path as a person would write it from where the command was started, so that terminals can open it. */
export function shownPath({ path }: Pick<RosterReport, 'path'>, file: string): string {
  return join(path, file);
}

function checkDate(text: string | undefined): void {
  if (text === undefined) return;
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  const isDay = date !== undefined && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
  if (isDay) return;
  throw new RosterError('usage', '--as-of has to be a day, as YYYY-MM-DD.', 'Write it like 2026-08-15.');
}

async function writeReport(path: string, pieces: Iterable<string>): Promise<void> {
  try {
    await writeFile(path, pieces);
  } catch (error) {
    throw systemCode(error) === undefined ? error : unwritableFile(path, error);
  }
}
