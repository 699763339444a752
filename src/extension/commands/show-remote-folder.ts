import { loadDelivery } from '../load-delivery';
import { requireTrust } from '../require-trust';
import { askedFor, rosterFor } from '../rosters/asked-for';
import type { Command } from '../services';
import { say } from '../say';

/** Shows what lies in the folder of a target. */
export const showRemote: Command = async (services, argument) => {
  requireTrust(say('Looking at a server'));
  const asked = askedFor(argument);
  const roster = await rosterFor(services, asked);
  await loadDelivery();
  const { showRemoteFolder } = await import('../deliver/show-remote-folder');
  await showRemoteFolder(services, roster, asked?.target);
};
