import { askedFor, rosterFor } from '../rosters/asked-for';
import type { Command } from '../services';

/** Shows a page with pictures of a roster, without names of people, to be saved, printed and handed on. */
export const rosterReport: Command = async (services, argument) => {
  const roster = await rosterFor(services, askedFor(argument));
  const { showReport } = await import('../preview/report-page');
  await showReport(services, roster);
};
