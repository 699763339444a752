import { loadDelivery } from '../load-delivery';
import { requireTrust } from '../require-trust';
import { chooseRoster } from '../rosters/choose-roster';
import type { Command } from '../services';
import { say } from '../say';

/** Makes the package of a roster and uploads it. */
export const packageAndUpload: Command = async (services) => {
  requireTrust(say('Uploading'));
  const roster = await chooseRoster(services);
  await loadDelivery();
  const { deliver } = await import('../deliver/deliver');
  await deliver(services, roster);
};
