// What a comparison's page and the extension say to each other: plain data.
import type { ComparedEntry, ComparisonSummary, EntryKind, Side } from '../../core/protocol';

/** To the page. */
export type ToPage =
  | {
      readonly type: 'comparison';
      readonly before: string;
      readonly after: string;
      readonly summary: ComparisonSummary;
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
