import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { packageName } from '../../core/delivery/plan-package';
import type { Target } from '../../core/delivery/target';
import { resolveProfile } from '../../core/spec/specification';
import type { Arguments } from '../arguments';
import type { Command } from '../command';
import { chooseCredential, chooseTarget, passwordVariable } from '../delivery-login';
import { exitCodes, type ExitCode } from '../exit-codes';
import { sendPackage } from '../send-package';
import { describeReceipt, receiptOf } from '../receipt';
import { readSettings, rosterOptions, type RosterSettings } from '../settings';
import { ProgressLine, writeAll, type CliContext } from '../terminal';
import { inspectZip, type ReadyPackage } from '../ready-package';
import { packagePath } from './package';

const formats = ['text', 'json'] as const;

const passwordRemedy = {
  message: 'A password does not belong on a command line, where other programs can read it.',
  remedy: `Put it into ${passwordVariable}, or pipe it in with --password-stdin. Change it if others may have seen it.`,
};

export const upload: Command = {
  command: 'upload',
  usage: 'upload [path] [options]',
  summary: 'Packages a roster, or takes a zip as it is, and uploads it by SFTP.',
  paths: 1,
  options: [
    {
      name: 'target',
      value: 'NAME',
      summary: 'A target of the configuration; its default target unless given.',
    },
    { name: 'url', value: 'URL', summary: 'The place itself: sftp://user@host:port/folder.' },
    { name: 'host-key', value: 'SHA256:…', summary: "The server's host key; any other is refused." },
    { name: 'key', value: 'FILE', summary: 'Log in with this private key.' },
    { name: 'password-stdin', summary: "Read the password, or the key's passphrase, from standard input." },
    { name: 'dry-run', summary: 'Do everything but connect, and say what would be uploaded.' },
    { name: 'force', summary: 'Upload it in spite of errors.' },
    { name: 'format', value: 'FORMAT', summary: 'How the receipt is written.', choices: formats },
    ...rosterOptions,
  ],
  refused: {
    password: passwordRemedy,
    pass: passwordRemedy,
    passphrase: passwordRemedy,
    'allow-removals': {
      message: '--allow-removals is not there yet: this version does not compare with the last delivery.',
      remedy: 'Leave it out. Nothing is held back because of removals.',
    },
  },
  notes: [
    `The password, or the passphrase of the key, may also stand in ${passwordVariable}. Without either, the keys of a running agent are used with --url.`,
    'Exit codes: 0 uploaded, 1 the roster has errors, 2 wrong arguments, configuration or files, 4 connection or transfer failed, 130 cancelled.',
  ],
  run: runUpload,
};

async function runUpload(args: Arguments, context: CliContext): Promise<ExitCode> {
  const format = args.choice('format', formats) ?? 'text';
  const path = args.paths[0] ?? '.';
  const settings = await readSettings(path, args, context);
  const target = chooseTarget(args, settings, context);
  const isDryRun = args.has('dry-run');
  const credential = isDryRun ? undefined : chooseCredential(target, args, context);
  const folder = await mkdtemp(join(tmpdir(), 'oneroster-'));
  try {
    const ready = await preparePackage(path, folder, settings, args, context);
    const sent =
      credential === undefined
        ? undefined
        : await withProgress(context, target, (onProgress) =>
            sendPackage(ready, target, credential, { onProgress, signal: context.signal }),
          );
    const receipt = receiptOf(ready, target, sent, new Date());
    const text = format === 'json' ? `${JSON.stringify(receipt, undefined, 2)}\n` : describeReceipt(receipt);
    await writeAll(context.stdout, [text]);
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
  const result = await packagePath(path, settings, args, context, { output, readBack: true });
  return { ...result, name: basename(result.path) };
}

async function withProgress<T>(
  { stderr }: CliContext,
  { host }: Target,
  work: (onProgress: (sent: number, total: number) => void) => Promise<T>,
): Promise<T> {
  const progress = new ProgressLine(stderr);
  try {
    progress.show(`Connecting to ${host}`);
    return await work((sent, total) => progress.showStep(`Uploading to ${host}`, sent / Math.max(total, 1)));
  } finally {
    progress.clear();
  }
}
