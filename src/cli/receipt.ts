import { describeGuarantee } from '../core/delivery/guarantee';
import { makeReceipt, type Receipt, type ReceiptChanges } from '../core/delivery/receipt';
import type { Target } from '../core/delivery/target';
import type { ReadyPackage } from './ready-package';
import type { SentPackage } from './send-package';
import type { RosterSettings } from './settings';
import { counted } from '../core/text/counted';
import { visible } from './terminal';
import { tool } from './tool';

/** The receipt of a package; without what was sent, that of a dry run. */
export function receiptOf(
  { ready, settings, target, sent, reason, changes, rollbackTo }: ReceiptParts,
  time: Date,
): Receipt {
  const { version, profile, files, name, bytes, sha256 } = ready;
  const { rules } = settings.config;
  const contents = { tool, version, profile, rules, package: { name, bytes, sha256 }, files };
  const ofGate = {
    ...(changes === undefined ? {} : { changes }),
    ...(reason === undefined ? {} : { reason }),
    ...(rollbackTo === undefined ? {} : { rollbackTo }),
  };
  return makeReceipt({ ...contents, ...ofGate }, target, sent, time);
}

export interface ReceiptParts {
  readonly ready: ReadyPackage;
  readonly settings: RosterSettings;
  readonly target: Target;
  /** Missing in a dry run. */
  readonly sent?: SentPackage | undefined;
  readonly reason?: string | undefined;
  readonly changes?: readonly ReceiptChanges[] | undefined;
  /** The id of the delivery whose package this is. */
  readonly rollbackTo?: string | undefined;
}

/** The receipt for people. */
export function describeReceipt(receipt: Receipt): string {
  const {
    dryRun,
    package: { name, bytes, sha256 },
    files,
    target,
    upload,
  } = receipt;
  const what = `${visible(name)} (${counted(files.length, 'file')}, ${counted(bytes, 'byte')})`;
  const where = `${target.host}:${String(target.port)}, folder ${visible(target.path)}`;
  const lines = dryRun
    ? [`Would upload ${what} to ${where}. Nothing was sent.`]
    : [`Uploaded ${what} to ${where}${upload?.replaced === true ? ', in place of the previous one' : ''}.`];
  if (target.hostKey !== undefined) lines.push(`Host key ${target.hostKey}`);
  lines.push(`SHA-256 ${sha256}`);
  if (upload !== undefined) lines.push(visible(describeGuarantee(upload)));
  return `${lines.join('\n')}\n`;
}
