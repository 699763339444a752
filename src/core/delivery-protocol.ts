import type { ReceiptChanges } from './delivery/receipt';
import type { GateVerdict } from './gate/verdict';

// The part of the protocol (see protocol.ts) that is about deliveries.

/** Compares a package with the last one delivered to a place, and judges; cancellable, answers with an `Outcome<JudgeAnswer>`. */
export const judgeDelivery = 'oneroster/judgeDelivery';

export interface JudgeParams {
  readonly rosterUri: string;
  /** The package, as a file path. */
  readonly packagePath: string;
  readonly place: {
    readonly host: string;
    readonly port: number;
    readonly user: string;
    readonly path: string;
  };
}

export interface JudgeAnswer {
  readonly verdict: GateVerdict;
  /** Missing for a first delivery. */
  readonly changes?: readonly ReceiptChanges[];
}
