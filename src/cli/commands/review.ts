import { resolve } from 'node:path';
import { summarize } from '../../core/compare/summary';
import { packedInput } from '../../core/delivery/packed-input';
import type { Target } from '../../core/delivery/target';
import { validateRoster } from '../../core/validate-roster';
import { breathe } from '../../node/cancel';
import { reviewDelivery } from '../../node/gate/review-delivery';
import { readRosterInput } from '../../node/read-roster-input';
import type { Arguments } from '../arguments';
import type { Command } from '../command';
import { chooseTarget, loginOptions } from '../delivery-login';
import { historyOf } from '../deliver';
import { exitCodes, type ExitCode } from '../../core/exit-codes';
import { agreementOf, gateOptions, reasonsNotAgreed } from '../pass-gate';
import { inChunks } from '../report/in-chunks';
import { formatReviewJson } from '../report/review-json';
import type { ReviewReport } from '../report/review-report';
import { formatReviewText } from '../report/review-text';
import { writeReport } from '../report/write-report';
import { readSettings, rosterOptions, settingsFor, type RosterSettings } from '../settings';
import { paintFor, ProgressLine, writeAll, type CliContext, type Paint } from '../terminal';

const formats = ['text', 'json'] as const;
const usualMaxEntries = 20;

export const review: Command = {
  command: 'review',
  usage: 'review [path] [options]',
  summary:
    'Says what an upload would change at its target, and whether the change gate would stop it. Nothing is sent.',
  paths: 1,
  options: [
    ...loginOptions.filter(({ name }) => name === 'target' || name === 'url'),
    ...gateOptions.filter(({ name }) => name !== 'reason'),
    { name: 'format', value: 'FORMAT', summary: 'How the review is written.', choices: formats },
    {
      name: 'max-entries',
      value: 'N',
      summary: `The most records to list of each kind in a file, 0 for all; ${String(usualMaxEntries)} unless given. Totals are always true.`,
    },
    {
      name: 'hide-values',
      summary: 'Keep ids, names and field values of the records out; schools are named in any case.',
    },
    ...rosterOptions,
    { name: 'output', value: 'FILE', summary: 'Write the review to a file.' },
  ],
  notes: [
    'The package is compared with the last one that was delivered to the target from here. No server is asked.',
    'The options that agree to changes are those of upload: with the same options, an upload meets the same change gate.',
    'Exit codes: 0 the change gate would let it pass, 2 wrong arguments, configuration or files, 3 the change gate would stop it, as it does a first delivery without --first-delivery, 130 cancelled. Errors of the roster are told, and do not change the exit code.',
  ],
  run: runReview,
};

async function runReview(args: Arguments, context: CliContext): Promise<ExitCode> {
  const format = args.choice('format', formats) ?? 'text';
  const maxEntries = args.wholeNumber('max-entries') ?? usualMaxEntries;
  const output = args.text('output');
  const path = args.paths[0] ?? '.';
  const read = await readSettings(path, args, context);
  const target = chooseTarget(args, read, context);
  const report = await reviewPath(path, target, settingsFor(target, read, args), args, context);
  const options = {
    maxEntries: maxEntries === 0 ? Infinity : maxEntries,
    showValues: !args.has('hide-values'),
  };
  const paint: Paint = output === undefined ? paintFor(context.stdout, context.env) : (text) => text;
  const pieces = inChunks(
    format === 'json' ? formatReviewJson(report, options) : formatReviewText(report, { ...options, paint }),
  );
  if (output === undefined) await writeAll(context.stdout, pieces);
  else await writeReport(resolve(context.cwd, output), pieces);
  return report.left.length === 0 ? exitCodes.ok : exitCodes.gateRefused;
}

async function reviewPath(
  path: string,
  target: Target,
  settings: RosterSettings,
  args: Arguments,
  { cwd, signal, stderr }: CliContext,
): Promise<ReviewReport> {
  const { config, validate } = settings;
  const full = resolve(cwd, path);
  const progress = new ProgressLine(stderr);
  try {
    progress.show(`Reading ${path}`);
    // A zip is uploaded as it is.
    const isZip = full.toLowerCase().endsWith('.zip');
    const input = await readRosterInput(full, { signal, ...(isZip ? {} : { ignore: config.ignore }) });
    progress.show(`Validating ${path}`);
    await breathe(signal);
    const { roster, totals } = validateRoster(input, validate);
    const after = isZip ? input : packedInput(roster, config.package);
    progress.show('Comparing with the last delivery');
    const review = await reviewDelivery({
      ...{ history: await historyOf(full, settings), place: target, after, signal },
      ...{ thresholds: config.thresholds, blackouts: config.blackout, today: validate.asOf },
    });
    const left = reasonsNotAgreed(review.verdict, agreementOf(args));
    return { ...review, summary: summarize(review.comparison), path, target, errors: totals.error, left };
  } finally {
    progress.clear();
  }
}
