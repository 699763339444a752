import { resolve } from 'node:path';
import type { Both } from '../../core/compare/comparison';
import { compareRosters } from '../../core/compare/compare-rosters';
import { summarize } from '../../core/compare/summary';
import { versions } from '../../core/spec/specification';
import { breathe } from '../../node/cancel';
import type { Arguments } from '../arguments';
import type { Command } from '../command';
import { placeName, readComparedRoster, readPlaces, type ComparedPlace } from '../compared-place';
import { exitCodes, type ExitCode } from '../../core/exit-codes';
import { formatDiffJson } from '../report/diff-json';
import { formatDiffText } from '../report/diff-text';
import type { DiffReport } from '../report/diff-report';
import { inChunks } from '../report/in-chunks';
import { writeReport } from '../report/write-report';
import { rosterOptions } from '../settings';
import { paintFor, ProgressLine, writeAll, type CliContext, type Paint } from '../terminal';

const formats = ['text', 'json'] as const;
const usualMaxEntries = 1000;

export const diff: Command = {
  command: 'diff',
  usage: 'diff OLD [NEW] [options]',
  summary: 'Compares two rosters by the ids of their records: added, removed, changed field by field.',
  paths: 2,
  options: [
    { name: 'format', value: 'FORMAT', summary: 'How the comparison is written.', choices: formats },
    {
      name: 'max-entries',
      value: 'N',
      summary: `The most records to list of each kind in a file, 0 for all; ${String(usualMaxEntries)} unless given. Totals are always true.`,
    },
    { name: 'hide-values', summary: 'Keep ids, names and field values out: places and columns only.' },
    { name: 'exit-code', summary: 'End with 1 where the rosters differ.' },
    ...rosterOptions.filter(({ name }) => name === 'oneroster-version'),
    { name: 'output', value: 'FILE', summary: 'Write the comparison to a file.' },
  ],
  notes: [
    [
      'OLD and NEW are roster folders, zips, or revisions of git; NEW is the current folder unless given:',
      '  git:REV       the folder of the other roster as it was at REV: git:HEAD, git:HEAD~1, git:v1.2',
      '  git:REV:PATH  the folder PATH, counted from the current one, as it was at REV',
      'A folder whose name begins with "git:" is written ./git:…',
    ].join('\n'),
    'Values are compared: quotes, line ends, the order of records and of columns do not count. A person whose id is another is known by the identifier, username, e-mail address, or by name and birth date, where nobody else has it.',
    'Exit codes: 0 done, 1 they differ (with --exit-code), 2 wrong arguments, configuration, files or revision, 130 cancelled.',
  ],
  run: runDiff,
};

async function runDiff(args: Arguments, context: CliContext): Promise<ExitCode> {
  const format = args.choice('format', formats) ?? 'text';
  const maxEntries = args.wholeNumber('max-entries') ?? usualMaxEntries;
  const output = args.text('output');
  const report = await compare(readPlaces(args.paths), args, context);
  const paint: Paint = output === undefined ? paintFor(context.stdout, context.env) : (text) => text;
  const options = {
    maxEntries: maxEntries === 0 ? Infinity : maxEntries,
    showValues: !args.has('hide-values'),
  };
  const pieces = inChunks(
    format === 'json' ? formatDiffJson(report, options) : formatDiffText(report, { ...options, paint }),
  );
  if (output === undefined) await writeAll(context.stdout, pieces);
  else await writeReport(resolve(context.cwd, output), pieces);
  return args.has('exit-code') && !report.summary.isSame ? exitCodes.problems : exitCodes.ok;
}

async function compare(
  places: Both<ComparedPlace>,
  args: Arguments,
  context: CliContext,
): Promise<DiffReport> {
  const chosen = args.choice('oneroster-version', [...versions, 'auto' as const]);
  const version = chosen === 'auto' ? undefined : chosen;
  const progress = new ProgressLine(context.stderr);
  const read = (place: ComparedPlace) => {
    progress.show(`Reading ${placeName(place)}`);
    return readComparedRoster(place, version, context);
  };
  try {
    const rosters = { before: await read(places.before), after: await read(places.after) };
    progress.show('Comparing');
    await breathe(context.signal);
    const comparison = compareRosters({ before: rosters.before.roster, after: rosters.after.roster });
    return { rosters, comparison, summary: summarize(comparison) };
  } finally {
    progress.clear();
  }
}
