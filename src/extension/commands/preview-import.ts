import { chooseRoster } from '../rosters/choose-roster';
import type { Command } from '../services';

/** Shows where the people of a roster would end up at its consumer. */
export const previewImport: Command = async (services) => {
  const roster = await chooseRoster(services);
  const { showPreview } = await import('../preview/preview-page');
  await showPreview(services, roster);
};
