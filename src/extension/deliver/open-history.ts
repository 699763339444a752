import { makeReceipt, type Receipt } from '../../core/delivery/receipt';
import type { Target } from '../../core/delivery/target';
import type { PackageAnswer, RosterState } from '../../core/protocol';
import { DeliveryHistory } from '../../node/history/delivery-history';
import { historyFolderOf } from '../../node/history/history-folder';
import type { DeliveredPackage } from '../../node/sftp/deliver-package';
import { basename } from 'node:path';
import type { DistrictConfig } from '../config/district-config';
import { folderOf } from '../rosters/rosters';
import type { Services } from '../services';
import type { GatePassed } from './pass-gate';

/** The deliveries that have been made from a roster. */
export async function openHistory(
  roster: RosterState,
  { config, path, exists }: DistrictConfig,
): Promise<DeliveryHistory> {
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
export function receiptFor(
  { context }: Services,
  { config }: DistrictConfig,
  { made, target, upload, passed }: DeliveryMade,
): Receipt {
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
