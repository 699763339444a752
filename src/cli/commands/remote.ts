import type { RemoteEntry } from '../../node/sftp/remote-folder';
import type { Arguments } from '../arguments';
import type { Command } from '../command';
import {
  chooseCredential,
  chooseTarget,
  loginOptions,
  passwordVariable,
  refusedSecrets,
} from '../delivery-login';
import { exitCodes, type ExitCode } from '../../core/exit-codes';
import { openingOf } from '../open-target';
import { readSettings } from '../settings';
import { counted } from '../../core/text/counted';
import { ProgressLine, visible, writeAll, type CliContext } from '../terminal';

const formats = ['text', 'json'] as const;

export const remote: Command = {
  command: 'remote',
  usage: 'remote [path] [options]',
  summary: "Lists what lies in a target's folder on the server: names, sizes, times.",
  paths: 1,
  options: [
    ...loginOptions,
    { name: 'format', value: 'FORMAT', summary: 'How the list is written.', choices: formats },
  ],
  refused: refusedSecrets,
  notes: [
    'The path is the roster whose configuration names the target. Nothing on the server is changed.',
    `The password, or the passphrase of the key, may also stand in ${passwordVariable}.`,
    'Exit codes: 0 listed, 2 wrong arguments, configuration or files, 4 connection failed or the folder may not be listed, 130 cancelled.',
  ],
  run: runRemote,
};

async function runRemote(args: Arguments, context: CliContext): Promise<ExitCode> {
  const format = args.choice('format', formats) ?? 'text';
  const settings = await readSettings(args.paths[0] ?? '.', args, context);
  const target = chooseTarget(args, settings, context);
  const credential = chooseCredential(target, args, context);
  const { listRemoteFolder } = await import('../../node/sftp/remote-folder');
  const { withRetries } = await import('../../node/sftp/with-retries');
  const progress = new ProgressLine(context.stderr);
  progress.show(`Connecting to ${target.host}`);
  try {
    const opening = await openingOf(target, credential, context);
    const list = await withRetries(
      opening,
      (session) => listRemoteFolder(session, target.path, context.signal),
      { delays: context.retryDelays },
    );
    progress.clear();
    await writeAll(context.stdout, [format === 'json' ? asJson(target.path, list) : asText(list)]);
  } finally {
    progress.clear();
  }
  return exitCodes.ok;
}

function asJson(folder: string, list: readonly RemoteEntry[]): string {
  const entries = list.map(({ changed, ...entry }) => ({ ...entry, changed: changed.toISOString() }));
  return `${JSON.stringify({ folder, entries }, undefined, 2)}\n`;
}

function asText(list: readonly RemoteEntry[]): string {
  if (list.length === 0) return 'The folder is empty.\n';
  const sizes = list.map(({ kind, size }) => (kind === 'file' ? counted(size, 'byte') : kind));
  const width = Math.max(...sizes.map((size) => size.length));
  const lines = list.map(({ name, kind, changed }, index) => {
    const time = changed.toISOString().replace(/\.\d+Z$/, 'Z');
    return `${time}  ${(sizes[index] ?? '').padStart(width)}  ${visible(name)}${kind === 'folder' ? '/' : ''}`;
  });
  return `${lines.join('\n')}\n`;
}
