import type { Comparison } from '../../core/compare/comparison';
import { compareSteps } from '../../core/compare/compare-rosters';
import type { CsvScanner } from '../../core/csv/scan-csv';
import { countChanges } from '../../core/gate/count-changes';
import { judge, type JudgeOptions } from '../../core/gate/judge';
import type { GateVerdict } from '../../core/gate/verdict';
import { readRosterSteps } from '../../core/model/roster';
import type { RosterInput } from '../../core/model/roster-input';
import { resolveProfile } from '../../core/spec/specification';
import type { Say } from '../../core/text/say';
import type { Delivery, DeliveryHistory, DeliveryPlace } from '../history/delivery-history';
import { inSlices } from '../in-slices';
import { readLast } from './judge-package';

export interface ReviewOptions extends JudgeOptions {
  readonly history: DeliveryHistory;
  readonly place: DeliveryPlace;
  /** What would be delivered. */
  readonly after: RosterInput;
  readonly scanner?: CsvScanner | undefined;
  /** English where it is left out. */
  readonly say?: Say | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What a delivery would change, before there is a package. */
export interface DeliveryReview {
  /** Undefined where this would be the first delivery; all records are new then. */
  readonly last: Delivery | undefined;
  readonly comparison: Comparison;
  readonly verdict: GateVerdict;
}

/**
 * Compares what would be delivered with the last package at a place, and judges as the change gate would.
 * @throws RosterError `history-unreadable`, `file-unreadable`, `zip-unreadable`, `cancelled`
 */
export async function reviewDelivery(options: ReviewOptions): Promise<DeliveryReview> {
  const { history, place, scanner, say, signal } = options;
  const last = await readLast(history, place, signal);
  const nothing: RosterInput = { name: 'nothing', kind: 'zip', entries: [] };
  const reading = { profile: resolveProfile('standard'), scanner, say };
  const before = await inSlices(readRosterSteps(last?.input ?? nothing, reading), signal);
  const after = await inSlices(readRosterSteps(options.after, reading), signal);
  const comparison = await inSlices(compareSteps({ before, after }), signal);
  const verdict =
    last === undefined
      ? { ...judge(undefined, options), counts: countChanges(comparison) }
      : judge(comparison, options);
  return { last: last?.delivery, comparison, verdict };
}
