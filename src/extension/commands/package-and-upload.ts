import { loadDelivery } from '../load-delivery';
import { requireTrust } from '../require-trust';
import { askedFor, rosterFor } from '../rosters/asked-for';
import type { Command } from '../services';
import { say } from '../say';

/** Makes the package of a roster and uploads it. */
export const packageAndUpload: Command = async (services, argument) => {
  requireTrust(say('Uploading'));
  const asked = askedFor(argument);
  const roster = await rosterFor(services, asked);
  await loadDelivery();
  const { deliver } = await import('../deliver/deliver');
  await deliver(services, roster, asked?.target);
};
