import type { Target } from '../../core/delivery/target';
import type { GateReason } from '../../core/gate/verdict';
import type { DeliveryReview } from '../../node/gate/review-delivery';
import type { ComparedRecords } from './diff-report';

/** What an upload would change, with where it would go. */
export interface ReviewReport extends DeliveryReview, ComparedRecords {
  /** The roster's path as it was given. */
  readonly path: string;
  readonly target: Target;
  /** How many errors the roster has. An upload would stop for them first. */
  readonly errors: number;
  /** The reasons of the change gate that no option agrees to. */
  readonly left: readonly GateReason[];
}
