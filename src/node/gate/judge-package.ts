import type { Comparison } from '../../core/compare/comparison';
import { compareSteps } from '../../core/compare/compare-rosters';
import type { ReceiptChanges } from '../../core/delivery/receipt';
import { RosterError } from '../../core/errors';
import { phrase, sentence, type Say } from '../../core/text/say';
import { judge, type JudgeOptions } from '../../core/gate/judge';
import type { GateVerdict } from '../../core/gate/verdict';
import { readRoster, type Roster } from '../../core/model/roster';
import { resolveProfile } from '../../core/spec/specification';
import type { RosterInput } from '../../core/model/roster-input';
import type { Delivery, DeliveryHistory, DeliveryPlace } from '../history/delivery-history';
import { inSlices } from '../in-slices';
import { readRosterInput } from '../read-roster-input';

export interface JudgePackageOptions extends JudgeOptions {
  readonly history: DeliveryHistory;
  readonly place: DeliveryPlace;
  /** The zip that is to be delivered. */
  readonly packagePath: string;
  /** English where it is left out. */
  readonly say?: Say | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What the change gate says of a package, and what its receipt has to say of changes. */
export interface JudgedPackage {
  readonly verdict: GateVerdict;
  /** Undefined for a first delivery. */
  readonly changes: readonly ReceiptChanges[] | undefined;
  /** The delivery that it was compared with; undefined for a first one. */
  readonly compared?: { readonly last: Delivery; readonly comparison: Comparison };
}

/**
 * Compares a package with the last one that was delivered to a place, and judges what would change there.
 * @throws RosterError `history-unreadable` where the last one is on record and cannot be read
 */
export async function judgePackage(options: JudgePackageOptions): Promise<JudgedPackage> {
  const { history, place, packagePath, say, signal } = options;
  const last = await readLast(history, place, signal);
  if (last === undefined) return { verdict: judge(undefined, options), changes: undefined };
  const before = readPackage(last.input, say);
  const after = readPackage(await readRosterInput(packagePath, { signal }), say);
  const comparison = await inSlices(compareSteps({ before, after }), signal);
  const verdict = judge(comparison, options);
  const changes = verdict.counts.files.map(({ file, created, changed, removed }) => ({
    ...{ file, created, changed, removed },
  }));
  return { verdict, changes, compared: { last: last.delivery, comparison } };
}

function readPackage(input: RosterInput, say: Say | undefined): Roster {
  return readRoster(input, { profile: resolveProfile('standard'), say });
}

/** A delivery with its package, read. */
export interface LastDelivery {
  readonly delivery: Delivery;
  readonly input: RosterInput;
}

/**
 * Reads the package that was delivered to a place last; undefined where there was none.
 * @throws RosterError `history-unreadable` where it is on record and cannot be read
 */
export async function readLast(
  history: DeliveryHistory,
  place: DeliveryPlace,
  signal: AbortSignal | undefined,
): Promise<LastDelivery | undefined> {
  const delivery = await history.last(place);
  if (delivery === undefined) return undefined;
  if (delivery.packagePath === undefined) throw packageGone(delivery.receipt.time);
  return { delivery, input: await readRosterInput(delivery.packagePath, { signal }) };
}

function packageGone(time: string): RosterError {
  return new RosterError(
    'history-unreadable',
    sentence(
      'The package that was delivered at {time} is no longer in the history, so there is nothing to compare with.',
      { time },
    ),
    phrase(
      'Put it back from a backup. If it is lost, remove its receipt as well: the delivery before it counts then.',
    ),
  );
}
