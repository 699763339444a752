import { makePackage } from '../deliver/make-package';
import { showPackaged } from '../deliver/show-packaged';
import { requireTrust } from '../require-trust';
import { askedFor, rosterFor } from '../rosters/asked-for';
import type { Command } from '../services';
import { say } from '../say';

/** Makes the package of a roster. */
export const packageRoster: Command = async (services, argument) => {
  requireTrust(say('Packaging'));
  const roster = await rosterFor(services, askedFor(argument));
  void showPackaged(await makePackage(services, roster));
};
