import { chooseRoster } from '../rosters/choose-roster';
import type { Command } from '../services';

/** Shows a page with pictures of a roster, without names of people, to be saved, printed and handed on. */
export const rosterReport: Command = async (services) => {
  const roster = await chooseRoster(services);
  const { showReport } = await import('../preview/report-page');
  await showReport(services, roster);
};
