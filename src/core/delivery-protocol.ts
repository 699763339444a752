import type { ReceiptChanges } from './delivery/receipt';
import type { GateVerdict } from './gate/verdict';
import type { CompareAnswer } from './protocol';

// The part of the protocol (see protocol.ts) that is about deliveries.

/** Compares a package with the last one delivered to a place, and judges; cancellable, answers with an `Outcome<JudgeAnswer>`. */
export const judgeDelivery = 'oneroster/judgeDelivery';

export interface JudgeParams {
  readonly rosterUri: string;
  /** The package, as a file path. */
  readonly packagePath: string;
  readonly place: PlaceOfDelivery;
}

/** Where a package is delivered to, whatever the target is called. */
export interface PlaceOfDelivery {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly path: string;
}

export interface JudgeAnswer {
  readonly verdict: GateVerdict;
  /** Missing for a first delivery. */
  readonly changes?: readonly ReceiptChanges[];
  /** The comparison behind, where there are reasons to stop; missing for a first delivery. */
  readonly review?: ReviewAnswer;
}

/**
 * Compares what would be delivered of a roster, with what is typed in open documents, with the last package delivered to a target.
 * Nothing is packed and nothing is sent. Cancellable; answers with an `Outcome<ReviewAnswer>`. The records behind are asked for as
 * those of any other comparison.
 */
export const reviewDelivery = 'oneroster/reviewDelivery';

export interface ReviewParams {
  readonly rosterUri: string;
  /** The target's name in the configuration. */
  readonly target: string;
}

export interface ReviewAnswer extends CompareAnswer {
  readonly verdict: GateVerdict;
  /** Missing where this would be the first delivery; all records are new then. */
  readonly last?: {
    /** As ISO 8601 in UTC. */
    readonly time: string;
    readonly packageUri: string;
  };
}
