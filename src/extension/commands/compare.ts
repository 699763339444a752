import { loadInTurns } from '../turns';
import { askedFor } from '../rosters/asked-for';
import type { Command } from '../services';

/** Asks for two rosters and shows what is different between them. */
export const compareRosters: Command = async (services, argument) => {
  // Needed late, so loaded late.
  await loadInTurns([() => import('../compare/comparison-view'), () => import('../compare/choose-places')]);
  const { choosePlaces } = await import('../compare/choose-places');
  const { showComparison } = await import('../compare/comparison-view');
  await showComparison(services, await choosePlaces(services, askedFor(argument)));
};
