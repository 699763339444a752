import { loadDelivery } from '../load-delivery';
import { requireTrust } from '../require-trust';
import { chooseRoster } from '../rosters/choose-roster';
import type { Command } from '../services';
import { say } from '../say';

/** Shows what lies in the folder of a target. */
export const showRemote: Command = async (services) => {
  requireTrust(say('Looking at a server'));
  const roster = await chooseRoster(services);
  await loadDelivery();
  const { showRemoteFolder } = await import('../deliver/show-remote-folder');
  await showRemoteFolder(services, roster);
};
