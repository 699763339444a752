import { loadDelivery } from '../load-delivery';
import { requireTrust } from '../require-trust';
import { chooseRoster } from '../rosters/choose-roster';
import type { Command } from '../services';
import { say } from '../say';

/** Makes the job that delivers a roster every night. */
export const schedule: Command = async (services) => {
  requireTrust(say('Scheduling'));
  const roster = await chooseRoster(services);
  await loadDelivery();
  const { scheduleRoster } = await import('../schedule/schedule');
  await scheduleRoster(services, roster);
};
