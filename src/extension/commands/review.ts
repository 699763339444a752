import { configParts } from '../load-config';
import { loadInTurns } from '../turns';
import { askedFor, rosterFor } from '../rosters/asked-for';
import type { Command } from '../services';
import { say } from '../say';

/** Shows what an upload would change at a target. Nothing is packed and nothing is sent. */
export const reviewChanges: Command = async (services, argument) => {
  const asked = askedFor(argument);
  const roster = await rosterFor(services, asked);
  // Needed late, so loaded late.
  await loadInTurns([...configParts, () => import('../compare/show-review')]);
  const { readDistrictConfig } = await import('../config/district-config');
  const { requireTarget } = await import('../deliver/choose-target');
  const { showReview } = await import('../compare/show-review');
  const { config } = await readDistrictConfig(roster);
  const target = await requireTarget(config, asked?.target, say('Review the changes for which target?'));
  await showReview(services, roster, target);
};
