import type { Receipt, ReceiptChanges } from '../core/delivery/receipt';
import type { Target } from '../core/delivery/target';
import { DeliveryHistory } from '../node/history/delivery-history';
import { historyFolderOf } from '../node/history/history-folder';
import type { Credential } from '../node/sftp/credential';
import type { ReadyPackage } from './ready-package';
import { receiptOf } from './receipt';
import { sendPackage, type SendOptions } from './send-package';
import type { RosterSettings } from './settings';
import { ProgressLine, visible, type CliContext } from './terminal';

/** What is to be delivered, and how. */
export interface DeliveryOrder {
  readonly ready: ReadyPackage;
  readonly settings: RosterSettings;
  readonly target: Target;
  readonly credential: Credential;
  readonly history: DeliveryHistory;
  /** Why it is sent although somebody might object. */
  readonly reason?: string | undefined;
  /** Against the last delivery. */
  readonly changes?: readonly ReceiptChanges[] | undefined;
  /** The id of the delivery whose package is sent once more. */
  readonly rollbackTo?: string | undefined;
}

/** The deliveries that have been made from a roster. */
export async function historyOf(
  roster: string,
  { config, configFile }: RosterSettings,
): Promise<DeliveryHistory> {
  const { folder: configured, keep } = config.deliveries;
  return new DeliveryHistory(await historyFolderOf({ roster, configPath: configFile, configured }), keep);
}

/** Uploads a package and puts that on record. */
export async function deliver(order: DeliveryOrder, context: CliContext): Promise<Receipt> {
  const { ready, settings, target, credential, history, reason, changes, rollbackTo } = order;
  const staged = await history.stage(target, ready.path);
  try {
    const sent = await withProgress(context, target, (options) =>
      sendPackage(ready, target, credential, options, context),
    );
    const receipt = receiptOf({ ready, settings, target, sent, reason, changes, rollbackTo }, new Date());
    await staged.keep(receipt);
    return receipt;
  } finally {
    await staged.discard();
  }
}

async function withProgress<T>(
  { stderr }: CliContext,
  { host }: Target,
  work: (options: SendOptions) => Promise<T>,
): Promise<T> {
  const progress = new ProgressLine(stderr);
  try {
    progress.show(`Connecting to ${host}`);
    return await work({
      onProgress: (sent, total) => progress.showStep(`Uploading to ${host}`, sent / Math.max(total, 1)),
      onRetry: ({ error, milliseconds }) => {
        progress.clear();
        stderr.write(`${visible(error.message)} Trying again in ${String(milliseconds / 1000)} s.\n`);
      },
    });
  } finally {
    progress.clear();
  }
}
