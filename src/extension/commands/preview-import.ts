import { askedFor, rosterFor } from '../rosters/asked-for';
import type { Command } from '../services';

/** Shows where the people of a roster would end up at its consumer. */
export const previewImport: Command = async (services, argument) => {
  const roster = await rosterFor(services, askedFor(argument));
  const { showPreview } = await import('../preview/preview-page');
  await showPreview(services, roster);
};
