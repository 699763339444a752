// What a comparison's page and the extension say to each other: plain data.
import type { GateVerdict } from '../../core/gate/verdict';
import type { ComparedEntry, ComparisonSummary, EntryKind, Side } from '../../core/protocol';

/** What the page says beside the comparison where it is about a delivery. */
export interface ShownReview {
  readonly target: string;
  /** The server and the folder there. */
  readonly where: string;
  readonly isFirst: boolean;
  /** Whether a delivery has been stopped, not just looked at. */
  readonly isStopped: boolean;
  readonly verdict: GateVerdict;
  /** How many errors the roster has. */
  readonly errors: number;
}

/** To the page. */
export type ToPage =
  | {
      readonly type: 'comparison';
      readonly before: string;
      readonly after: string;
      readonly summary: ComparisonSummary;
      readonly review?: ShownReview;
    }
  | {
      readonly type: 'entries';
      readonly file: string;
      readonly kind: EntryKind;
      readonly entries: readonly ComparedEntry[];
    }
  | { readonly type: 'failure'; readonly text: string };

/** From the page. */
export type FromPage =
  | { readonly type: 'ready' }
  | { readonly type: 'again' }
  | { readonly type: 'more'; readonly file: string; readonly kind: EntryKind; readonly from: number }
  | {
      readonly type: 'open';
      readonly side: Side;
      readonly file: string;
      /** From 1 on. */
      readonly line: number;
    };
