import type { Command } from '../services';
import { loadInTurns } from '../turns';

const loadFacts = () => import('../../core/spec/specification');
const loadQuestions = () => import('../new-roster/make-new-roster');

/** Makes a new roster. */
export const newRoster: Command = async (services) => {
  await loadInTurns([loadFacts, loadQuestions]);
  const { profileIds, resolveProfile } = await loadFacts();
  const { makeNewRoster } = await loadQuestions();
  await makeNewRoster(services, profileIds.map(resolveProfile));
};
