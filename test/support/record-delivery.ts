// A delivery on record without a server: what a roster folder holds now becomes the package that was delivered.
import { join } from 'node:path';
import type { Receipt } from '../../src/core/delivery/receipt';
import { DeliveryHistory } from '../../src/node/history/delivery-history';
import { packageRoster } from '../../src/node/package-roster';
import { readRosterInput } from '../../src/node/read-roster-input';

const target = { name: 'practice', host: 'sftp.example.org', port: 22, user: 'north', path: '/in' };

/** Puts the roster of a folder on record as delivered, in the folder itself or another one. Returns the delivery's id. */
export async function recordDelivery(
  folder: string,
  time = '2026-11-24T23:30:00.000Z',
  historyFolder = join(folder, '.oneroster'),
): Promise<string> {
  const output = join(folder, 'made.zip');
  const made = await packageRoster(await readRosterInput(folder), { force: true, output });
  const receipt: Receipt = {
    tool: { name: 'oneroster', version: '0.1.0' },
    ...{ time, dryRun: false, version: made.version, profile: made.profile, rules: {} },
    package: { name: 'made.zip', bytes: made.bytes, sha256: made.sha256 },
    files: made.files,
    target,
  };
  const history = new DeliveryHistory(historyFolder);
  const staged = await history.stage(target, made.path);
  await staged.keep(receipt);
  const [latest] = (await history.list()).deliveries;
  return latest?.id ?? '';
}
