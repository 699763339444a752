import { resolve } from 'node:path';
import { RosterError } from '../../core/errors';
import { readRoster, type Roster } from '../../core/model/roster';
import { previewCsvSteps } from '../../core/preview/preview-csv';
import { previewSteps, type PreviewOptions } from '../../core/preview/preview-steps';
import { allAtOnce } from '../../core/steps';
import { rosterOptions as readOptions } from '../../core/validate-roster';
import { deliveredBy, lastDelivered, type DeliveredRoster } from '../../node/preview/delivered-roster';
import { readRosterInput } from '../../node/read-roster-input';
import type { Arguments } from '../arguments';
import type { Command } from '../command';
import { historyOf } from '../deliver';
import { exitCodes, type ExitCode } from '../../core/exit-codes';
import { previewAsText } from '../preview/preview-text';
import { readSettings, rosterOptions, type RosterSettings } from '../settings';
import { paintFor, ProgressLine, writeAll, type CliContext } from '../terminal';
import { tool } from '../tool';
import { writeReport } from '../report/write-report';

const formats = ['text', 'json', 'csv'] as const;
/** How many people a text lists of each finding. */
const usualMost = 10;

export const preview: Command = {
  command: 'preview',
  usage: 'preview [path] [options]',
  summary: 'Shows where people would end up at the consumer, before anything is sent.',
  paths: 1,
  options: [
    { name: 'format', value: 'FORMAT', summary: 'How the preview is written.', choices: formats },
    ...rosterOptions.filter(({ name }) => name !== 'baseline'),
    {
      name: 'against',
      value: 'ID',
      summary: 'The delivery to compare with, or "last"; the last one that is kept unless given.',
    },
    { name: 'names', summary: 'Let names of people into the output; without it, only their ids are.' },
    {
      name: 'max-people',
      value: 'N',
      summary: `The most people to list of each kind, 0 for all; ${String(usualMost)} in text unless given.`,
    },
    { name: 'output', value: 'FILE', summary: 'Write the preview to a file.' },
  ],
  notes: [
    'Schools, roles and groups are mapped in "mapping" of oneroster.config.json.',
    'Formats: text, json (counts and people of note), csv (one line for everybody, with where they land and why).',
    'docs/preview.md says what is known of the consumer and what is assumed.',
  ],
  run: runPreview,
};

async function runPreview(args: Arguments, context: CliContext): Promise<ExitCode> {
  const format = args.choice('format', formats) ?? 'text';
  const given = args.wholeNumber('max-people') ?? (format === 'text' ? usualMost : 0);
  const most = given === 0 ? undefined : given;
  const path = args.paths[0] ?? '.';
  const settings = await readSettings(path, args, context);
  const { roster, before } = await readBoth(path, settings, args, context);
  const { mapping } = settings.config;
  const options: PreviewOptions = { mapping, names: args.has('names'), most, before };
  const output = args.text('output');
  const paint = output === undefined ? paintFor(context.stdout, context.env) : (text: string) => text;
  const text = () => {
    if (format === 'csv') return allAtOnce(previewCsvSteps(roster, options));
    const made = allAtOnce(previewSteps(roster, options));
    return format === 'json'
      ? `${JSON.stringify({ tool, path, ...made }, undefined, 2)}\n`
      : previewAsText(path, made, paint);
  };
  if (output === undefined) await writeAll(context.stdout, [text()]);
  else await writeReport(resolve(context.cwd, output), [text()]);
  return exitCodes.ok;
}

async function readBoth(
  path: string,
  settings: RosterSettings,
  args: Arguments,
  context: CliContext,
): Promise<{ readonly roster: Roster; readonly before: DeliveredRoster | undefined }> {
  const { signal, cwd, stderr } = context;
  const progress = new ProgressLine(stderr);
  try {
    progress.show(`Reading ${path}`);
    const input = await readRosterInput(resolve(cwd, path), { signal, ignore: settings.config.ignore });
    const roster = readRoster(input, readOptions(settings.validate));
    if (roster.table('users')?.readable !== true) throw noPeople(path);
    return { roster, before: await readBefore(path, settings, roster, args, context) };
  } finally {
    progress.clear();
  }
}

async function readBefore(
  path: string,
  settings: RosterSettings,
  { profile }: Roster,
  args: Arguments,
  { cwd, signal }: CliContext,
): Promise<DeliveredRoster | undefined> {
  const history = await historyOf(resolve(cwd, path), settings);
  const id = args.text('against');
  if (id !== undefined && id !== 'last') return deliveredBy(history, id, { profile, signal });
  const last = await lastDelivered(history, { profile, signal });
  if (last === undefined && id === 'last') {
    throw new RosterError(
      'usage',
      'No delivery from here is kept, so there is nothing to compare with.',
      'Leave --against out.',
    );
  }
  return last;
}

function noPeople(path: string): RosterError {
  return new RosterError(
    'not-a-roster',
    `${path} has no users.csv that can be read, so there is nobody to preview.`,
    'Check the roster with "oneroster validate".',
  );
}
