import { ownReason } from '../../core/delivery/own-reason';
import { inEnglish, spoken } from '../../core/text/say';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Target } from '../../core/delivery/target';
import { RosterError } from '../../core/errors';
import type { Delivery, DeliveryHistory } from '../../node/history/delivery-history';
import { takeOut } from '../../node/history/take-out';
import type { Arguments } from '../arguments';
import type { Command } from '../command';
import { chooseCredential, chooseTarget, loginOptions, refusedSecrets } from '../delivery-login';
import { deliver, historyOf } from '../deliver';
import { exitCodes, type ExitCode } from '../../core/exit-codes';
import { describeReceipt } from '../receipt';
import { readSettings } from '../settings';
import { writeAll, type CliContext } from '../terminal';

const formats = ['text', 'json'] as const;

export const rollback: Command = {
  command: 'rollback',
  usage: 'rollback [path] [options]',
  summary: 'Uploads a package that was delivered before, so that the server has what it had then.',
  paths: 1,
  options: [
    {
      name: 'to',
      value: 'ID',
      summary: 'The delivery, as "oneroster history" lists it; the last but one to the target unless given.',
    },
    ...loginOptions,
    { name: 'reason', value: 'TEXT', summary: 'Why, for the receipt.' },
    { name: 'format', value: 'FORMAT', summary: 'How the receipt is written.', choices: formats },
  ],
  refused: refusedSecrets,
  notes: [
    'The change gate is not asked: the package is one that was delivered before, and somebody has chosen it.',
    'Exit codes: 0 uploaded, 2 wrong arguments, configuration or files, 4 connection or transfer failed, 130 cancelled.',
  ],
  run: runRollback,
};

async function runRollback(args: Arguments, context: CliContext): Promise<ExitCode> {
  const format = args.choice('format', formats) ?? 'text';
  const path = args.paths[0] ?? '.';
  const settings = await readSettings(path, args, context);
  const target = chooseTarget(args, settings, context);
  const history = await historyOf(resolve(context.cwd, path), settings);
  const delivery = await chooseDelivery(args.text('to'), target, history);
  const credential = chooseCredential(target, args, context);
  const folder = await mkdtemp(join(tmpdir(), 'oneroster-'));
  try {
    const ready = await takeOut(delivery, folder);
    const reason = args.text('reason') ?? spoken(ownReason('rollback', delivery.id), inEnglish);
    const why = { reason, rollbackTo: delivery.id };
    const receipt = await deliver({ ready, settings, target, credential, history, ...why }, context);
    const text = format === 'json' ? `${JSON.stringify(receipt, undefined, 2)}\n` : describeReceipt(receipt);
    await writeAll(context.stdout, [text]);
    return exitCodes.ok;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function chooseDelivery(
  id: string | undefined,
  target: Target,
  history: DeliveryHistory,
): Promise<Delivery> {
  const delivery = id === undefined ? await history.lastButOne(target) : await history.find(id);
  if (delivery !== undefined) return delivery;
  throw id === undefined
    ? new RosterError(
        'usage',
        `There is no earlier delivery to ${target.host} that it could go back to.`,
        'List the deliveries with "oneroster history", and name one with --to.',
      )
    : new RosterError('usage', 'There is no delivery of that id.', 'List them with "oneroster history".');
}
