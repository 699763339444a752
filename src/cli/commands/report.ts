import { basename, resolve } from 'node:path';
import { overviewPage } from '../../core/overview/overview-page';
import { overviewSteps } from '../../core/overview/overview-steps';
import { allAtOnce } from '../../core/steps';
import { validateRoster } from '../../core/validate-roster';
import { lastDelivered } from '../../node/preview/delivered-roster';
import { readRosterInput } from '../../node/read-roster-input';
import type { Arguments } from '../arguments';
import type { Command } from '../command';
import { historyOf } from '../deliver';
import { exitCodes, type ExitCode } from '../../core/exit-codes';
import { readSettings, rosterOptions } from '../settings';
import { ProgressLine, writeAll, type CliContext } from '../terminal';
import { tool } from '../tool';
import { writeReport } from '../report/write-report';

export const report: Command = {
  command: 'report',
  usage: 'report [path] [options]',
  summary: 'Makes a page with pictures of a roster, without names of people.',
  paths: 1,
  options: [
    ...rosterOptions,
    { name: 'output', value: 'FILE', summary: 'Write the page to a file.' },
    {
      name: 'format',
      value: 'FORMAT',
      summary: 'How it is written; html unless given.',
      choices: ['html', 'json'],
    },
  ],
  notes: [
    'People by school, role and grade, class sizes, enrollments by term, problems by cause, and what has changed since the last delivery.',
    'For problems at their places: oneroster validate --format html.',
  ],
  run: makeReport,
};

async function makeReport(args: Arguments, context: CliContext): Promise<ExitCode> {
  const { signal, cwd, stderr, stdout } = context;
  const format = args.choice('format', ['html', 'json'] as const) ?? 'html';
  const path = args.paths[0] ?? '.';
  const place = resolve(cwd, path);
  const settings = await readSettings(path, args, context);
  const progress = new ProgressLine(stderr);
  try {
    progress.show(`Reading ${path}`);
    const input = await readRosterInput(place, { signal, ignore: settings.config.ignore });
    const validation = validateRoster(input, settings.validate);
    const { profile } = validation.roster;
    const last = await lastDelivered(await historyOf(place, settings), { profile, signal });
    const before = last === undefined ? undefined : { time: last.delivery.time, roster: last.roster };
    const overview = allAtOnce(overviewSteps(basename(place), validation, before));
    const text =
      format === 'json'
        ? `${JSON.stringify({ tool, ...overview }, undefined, 2)}\n`
        : overviewPage(overview, new Date());
    const output = args.text('output');
    if (output === undefined) await writeAll(stdout, [text]);
    else await writeReport(resolve(cwd, output), [text]);
    return exitCodes.ok;
  } finally {
    progress.clear();
  }
}
