import { askedFor, rosterFor } from '../rosters/asked-for';
import type { Command } from '../services';

/** Shows what a roster would be in another version. */
export const convertRoster: Command = async (services, argument) => {
  const roster = await rosterFor(services, askedFor(argument));
  const { previewConversion } = await import('../convert/preview-conversion');
  await previewConversion(services, roster);
};
