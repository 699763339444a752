import { makeReceipt } from '../../core/delivery/receipt';
import type { Receipt } from '../../core/delivery/receipt';
import type { Target } from '../../core/delivery/target';
import type { PackageAnswer, RosterState } from '../../core/protocol';
import { DeliveryHistory } from '../../node/history/delivery-history';
import { historyFolderOf } from '../../node/history/history-folder';
import type { DeliveredPackage } from '../../node/sftp/deliver-package';
import { basename } from 'node:path';
import { readDistrictConfig } from '../config/district-config';
import { folderOf } from '../rosters/rosters';
import type { Services } from '../services';
import type { GatePassed } from './pass-gate';

/** The deliveries that have been made from a roster. */
export async function openHistory(roster: RosterState): Promise<DeliveryHistory> {
  const { config, path, exists } = await readDistrictConfig(roster);
  const folder = await historyFolderOf({
    roster: folderOf(roster),
    configPath: exists ? path : undefined,
    configured: config.deliveries.folder,
  });
  return new DeliveryHistory(folder, config.deliveries.keep);
}

export interface DeliveryMade {
  readonly made: PackageAnswer;
  readonly target: Target;
  readonly upload: DeliveredPackage;
  readonly passed: GatePassed;
}

/** The receipt of a delivery that was made from the editor. */
export async function receiptFor(
  { context }: Services,
  roster: RosterState,
  { made, target, upload, passed }: DeliveryMade,
): Promise<Receipt> {
  const { config } = await readDistrictConfig(roster);
  const { version } = context.extension.packageJSON as { readonly version: string };
  const { bytes, sha256, files, profile } = made;
  const contents = {
    tool: { name: 'oneroster', version },
    ...{ version: made.version, profile, rules: config.rules, files },
    package: { name: basename(made.path), bytes, sha256 },
    ...passed,
  };
  return makeReceipt(contents, target, upload, new Date());
}
