import { RosterError } from '../../core/errors';
import { phrase, type Sentence, sentence } from '../../core/text/say';
import type { DeliveredBefore } from '../../core/preview/preview';
import { CsvScanner } from '../../core/csv/scan-csv';
import { assembleRoster } from '../../core/model/assemble-roster';
import { scanSteps, type Roster } from '../../core/model/roster';
import type { ProfileFact } from '../../core/spec/types';
import type { Delivery, DeliveryHistory } from '../history/delivery-history';
import { inSlices } from '../in-slices';
import { readRosterInput } from '../read-roster-input';

/** A roster as it was delivered. */
export interface DeliveredRoster {
  readonly delivery: DeliveredBefore;
  readonly roster: Roster;
}

export interface DeliveredRosterOptions {
  readonly profile: ProfileFact;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads the last delivery whose package is still kept, whatever its target. Undefined where there is none.
 * @throws RosterError `file-unreadable`, `zip-unreadable`, `cancelled`
 */
export async function lastDelivered(
  history: DeliveryHistory,
  options: DeliveredRosterOptions,
): Promise<DeliveredRoster | undefined> {
  const { deliveries } = await history.list();
  const last = deliveries.find(({ packagePath }) => packagePath !== undefined);
  return last === undefined ? undefined : readDelivery(last, options);
}

/**
 * Reads a delivery by its id.
 * @throws RosterError `usage` where there is none, or its package is no longer kept; as `lastDelivered` does
 */
export async function deliveredBy(
  history: DeliveryHistory,
  id: string,
  options: DeliveredRosterOptions,
): Promise<DeliveredRoster> {
  const delivery = await history.find(id);
  if (delivery === undefined) throw notThere(sentence('There is no delivery "{id}".', { id }));
  if (delivery.packagePath === undefined)
    throw notThere(sentence('The package of the delivery {id} is no longer kept.', { id }));
  return readDelivery(delivery, options);
}

async function readDelivery(
  { id, receipt, packagePath = '' }: Delivery,
  { profile, signal }: DeliveredRosterOptions,
): Promise<DeliveredRoster> {
  const input = await readRosterInput(packagePath, { signal });
  const files = await inSlices(scanSteps(input.entries, new CsvScanner()), signal);
  return { delivery: { id, time: receipt.time }, roster: assembleRoster(input, files, { profile }) };
}

function notThere(message: Sentence): RosterError {
  return new RosterError(
    'usage',
    message,
    phrase('"oneroster history" lists the deliveries and whether they are kept.'),
  );
}
