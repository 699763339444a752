import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { packageName } from '../../core/delivery/plan-package';
import { resolveProfile } from '../../core/spec/specification';
import type { Arguments } from '../arguments';
import type { Command } from '../command';
import {
  chooseCredential,
  chooseTarget,
  loginOptions,
  passwordVariable,
  refusedSecrets,
} from '../delivery-login';
import { readOnce } from '../../node/sftp/read-once';
import { exitCodes, type ExitCode } from '../../core/exit-codes';
import { deliver, historyOf } from '../deliver';
import { agreementOf, gateOptions, passGate } from '../pass-gate';
import { describeReceipt, receiptOf } from '../receipt';
import { readSettings, rosterOptions, settingsFor, type RosterSettings } from '../settings';
import { writeAll, type CliContext } from '../terminal';
import { watchCollected, watchLimit, watchOption } from '../watch-collected';
import { inspectZip, type ReadyPackage } from '../ready-package';
import { packagePath } from './package';

const formats = ['text', 'json'] as const;

export const upload: Command = {
  command: 'upload',
  usage: 'upload [path] [options]',
  summary: 'Packages a roster, or takes a zip as it is, and uploads it by SFTP.',
  paths: 1,
  options: [
    ...loginOptions,
    watchOption,
    ...gateOptions,
    { name: 'dry-run', summary: 'Do everything but connect, and say what would be uploaded.' },
    { name: 'force', summary: 'Upload it in spite of errors.' },
    { name: 'format', value: 'FORMAT', summary: 'How the receipt is written.', choices: formats },
    ...rosterOptions,
  ],
  refused: refusedSecrets,
  notes: [
    `The password, or the passphrase of the key, may also stand in ${passwordVariable}. Without either, the keys of a running agent are used with --url.`,
    'Exit codes: 0 uploaded, 1 the roster has errors, 2 wrong arguments, configuration or files, 3 refused by the change gate, 4 connection or transfer failed, 130 cancelled.',
  ],
  run: runUpload,
};

async function runUpload(args: Arguments, context: CliContext): Promise<ExitCode> {
  const format = args.choice('format', formats) ?? 'text';
  const path = args.paths[0] ?? '.';
  const read = await readSettings(path, args, context);
  const target = chooseTarget(args, read, context);
  const settings = settingsFor(target, read, args);
  const history = await historyOf(resolve(context.cwd, path), settings);
  const isDryRun = args.has('dry-run');
  const limit = watchLimit(args);
  const credential = isDryRun ? undefined : readOnce(chooseCredential(target, args, context));
  const folder = await mkdtemp(join(tmpdir(), 'oneroster-'));
  try {
    const ready = await preparePackage(path, folder, settings, args, context);
    const question = { packagePath: ready.path, target, settings, history, agreed: agreementOf(args) };
    const passed = await passGate(question, context);
    const receipt =
      credential === undefined
        ? receiptOf({ ready, settings, target, ...passed }, new Date())
        : await deliver({ ready, settings, target, credential, history, ...passed }, context);
    const text = format === 'json' ? `${JSON.stringify(receipt, undefined, 2)}\n` : describeReceipt(receipt);
    await writeAll(context.stdout, [text]);
    if (credential !== undefined && limit !== undefined)
      await watchCollected(receipt, { target, credential, limit }, context);
    return exitCodes.ok;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A folder is packaged into the temporary folder; a zip is checked and taken as it is. */
async function preparePackage(
  path: string,
  folder: string,
  settings: RosterSettings,
  args: Arguments,
  context: CliContext,
): Promise<ReadyPackage> {
  const full = resolve(context.cwd, path);
  if (full.toLowerCase().endsWith('.zip')) return inspectZip(path, settings, args, context);
  const profile = settings.validate.profile ?? resolveProfile('standard');
  const output = join(folder, packageName(full, profile));
  const result = await packagePath(path, settings, args, context, {
    output,
    readBack: true,
    forDelivery: true,
  });
  return { ...result, name: basename(result.path) };
}
