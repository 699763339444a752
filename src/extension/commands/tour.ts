import { loadDelivery } from '../load-delivery';
import { requireTrust } from '../require-trust';
import { say } from '../say';
import type { Command } from '../services';

/** Copies the sample to a place of its own and opens it. */
export const openSample: Command = async (services) => {
  const samples = await import('../tour/samples');
  await samples.openSample(services);
};

/** Leads to what is wrong with the sample. */
export const mendSample: Command = async (services) => {
  const tour = await import('../tour/mend-sample');
  await tour.mendSample(services);
};

/** Starts a server on this computer and connects the sample to it. */
export const connectPractice: Command = async (services) => {
  requireTrust(say('Connecting to a server'));
  await loadDelivery();
  const tour = await import('../tour/connect-practice');
  await tour.connectPractice(services);
};
