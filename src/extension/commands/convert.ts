import { chooseRoster } from '../rosters/choose-roster';
import type { Command } from '../services';

/** Shows what a roster would be in another version. */
export const convertRoster: Command = async (services) => {
  const roster = await chooseRoster(services);
  const { previewConversion } = await import('../convert/preview-conversion');
  await previewConversion(services, roster);
};
