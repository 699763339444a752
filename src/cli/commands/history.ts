import { resolve } from 'node:path';
import { changesText, totalChanges } from '../../core/delivery/changes-text';
import { recordsIn } from '../../core/delivery/delivered-amounts';
import type { Receipt } from '../../core/delivery/receipt';
import type { Delivery, HistoryList } from '../../node/history/delivery-history';
import type { Arguments } from '../arguments';
import type { Command } from '../command';
import { historyOf } from '../deliver';
import { exitCodes, type ExitCode } from '../../core/exit-codes';
import { readSettings } from '../settings';
import { counted } from '../../core/text/counted';
import { paintFor, visible, writeAll, type CliContext, type Paint } from '../terminal';

const formats = ['text', 'json'] as const;

export const historyCommand: Command = {
  command: 'history',
  usage: 'history [path] [options]',
  summary: 'Lists the deliveries that were made from a roster, the latest first.',
  paths: 1,
  options: [{ name: 'format', value: 'FORMAT', summary: 'How the list is written.', choices: formats }],
  notes: [
    'The path is the roster that was delivered; its configuration says where deliveries are kept.',
    'A delivery whose package is still kept can be uploaded again: oneroster rollback --to ID.',
  ],
  run: listHistory,
};

async function listHistory(args: Arguments, context: CliContext): Promise<ExitCode> {
  const format = args.choice('format', formats) ?? 'text';
  const path = args.paths[0] ?? '.';
  const settings = await readSettings(path, args, context);
  const history = await historyOf(resolve(context.cwd, path), settings);
  const list = await history.list();
  for (const damaged of list.damaged) {
    context.stderr.write(`${visible(damaged)} cannot be understood as a receipt, and is left out.\n`);
  }
  const text = format === 'json' ? asJson(list) : asText(list, paintFor(context.stdout, context.env));
  await writeAll(context.stdout, [text]);
  return exitCodes.ok;
}

function asJson({ deliveries }: HistoryList): string {
  const listed = deliveries.map(({ id, receipt, packagePath = null }) => ({
    id,
    package: packagePath,
    receipt,
  }));
  return `${JSON.stringify({ deliveries: listed }, undefined, 2)}\n`;
}

function asText({ deliveries }: HistoryList, paint: Paint): string {
  if (deliveries.length === 0) return 'Nothing has been delivered from here yet.\n';
  return `${deliveries.map((delivery) => describe(delivery, paint)).join('\n\n')}\n`;
}

function describe({ id, receipt, packagePath }: Delivery, paint: Paint): string {
  const { time, target, upload, reason, rollbackTo } = receipt;
  const lines = [
    `${paint(time, 'bold')} to ${visible(target.name)} (${target.host}:${String(target.port)}${visible(upload?.remotePath ?? target.path)})`,
    `  ${describePackage(receipt)}`,
    ...describeChanges(receipt),
    ...(rollbackTo === undefined ? [] : [`  A rollback to ${visible(rollbackTo)}`]),
    ...(reason === undefined ? [] : [`  Reason: ${visible(reason)}`]),
    `  ${id}${packagePath === undefined ? ' (package no longer kept)' : ''}`,
  ];
  return lines.join('\n');
}

function describePackage({ package: zip, files, profile, version }: Receipt): string {
  const size = `${counted(files.length, 'file')}, ${counted(recordsIn(files), 'record')}`;
  return `${visible(zip.name)}: ${size}, OneRoster ${version}, profile ${profile}, SHA-256 ${zip.sha256.slice(0, 12)}…`;
}

function describeChanges({ changes }: Receipt): readonly string[] {
  return changes === undefined ? [] : [`  ${changesText(totalChanges(changes))}`];
}
