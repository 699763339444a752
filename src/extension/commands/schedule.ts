import { loadDelivery } from '../load-delivery';
import { requireTrust } from '../require-trust';
import { askedFor, rosterFor } from '../rosters/asked-for';
import type { Command } from '../services';
import { say } from '../say';

/** Makes the job that delivers a roster every night. */
export const schedule: Command = async (services, argument) => {
  requireTrust(say('Scheduling'));
  const asked = askedFor(argument);
  const roster = await rosterFor(services, asked);
  await loadDelivery();
  const { scheduleRoster } = await import('../schedule/schedule');
  await scheduleRoster(services, roster, asked?.target);
};
