import { makePackage } from '../deliver/make-package';
import { showPackaged } from '../deliver/show-packaged';
import { requireTrust } from '../require-trust';
import { chooseRoster } from '../rosters/choose-roster';
import type { Command } from '../services';
import { say } from '../say';

/** Makes the package of a roster. */
export const packageRoster: Command = async (services) => {
  requireTrust(say('Packaging'));
  const roster = await chooseRoster(services);
  void showPackaged(await makePackage(services, roster));
};
