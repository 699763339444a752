import { configParts } from '../load-config';
import { loadInTurns } from '../turns';
import { askedFor, rosterFor } from '../rosters/asked-for';
import type { Command } from '../services';

/** Lists what was delivered from a roster, and uploads it again or goes back to it. */
export const deliveryHistory: Command = async (services, argument) => {
  const asked = askedFor(argument);
  const roster = await rosterFor(services, asked);
  // Needed late, so loaded late.
  await loadInTurns([...configParts, () => import('../history/show-history')]);
  const { showHistory } = await import('../history/show-history');
  await showHistory(services, roster, asked?.target);
};
