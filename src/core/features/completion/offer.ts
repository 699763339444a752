import type { ByteEdit } from '../../edits/byte-edit';
import type { Roster } from '../../model/roster';
import type { Table } from '../../model/table';
import type { ColumnFact } from '../../spec/types';
import type { RecordLink } from '../record-card';
import type { CompletionPlace } from './completion-place';

/** What kind of thing is offered; the editor shows a picture for each. */
export type OfferKind = 'column' | 'value' | 'reference' | 'date' | 'record' | 'property';

/** Something that can be written at a place. */
export interface Offer {
  readonly kind: OfferKind;
  readonly label: string;
  /** What the label stands for, in a few words. */
  readonly words: string;
  /** As Markdown. */
  readonly documentation: string;
  /** The value as it is meant, without quotes. */
  readonly value: string;
  /** The value with places to fill in, as the language server protocol writes them, and with quotes doubled where it has to be. */
  readonly snippet?: string;
  /** What a person may type to find it; the label where it is left out. */
  readonly filter?: string;
}

/** What is offered, the likeliest first. */
export interface Offers {
  readonly offers: readonly Offer[];
  /** Whether there are more than these, which further typing would bring. */
  readonly hasMore: boolean;
}

export const nothing: Offers = { offers: [], hasMore: false };

/** What made the editor ask: a character that was typed, or a person, or anything else that was typed. */
export interface CompletionRequest {
  readonly character: string | undefined;
  /** The time, as `2026-08-14T06:30:00.000Z`. */
  readonly now: string;
  /** Makes a GUID that nobody has used yet. */
  readonly newGuid: () => string;
  readonly link: RecordLink;
}

/** A field that is to be completed. */
export interface FieldContext {
  readonly roster: Roster;
  readonly table: Table;
  readonly place: CompletionPlace;
  readonly fact: ColumnFact;
  readonly request: CompletionRequest;
}

/** An offer with the edits that make it so. */
export interface CompletedOffer extends Offer {
  /** Takes the place of what is typed. */
  readonly edit: ByteEdit;
  /** What has to change beside it: quotes round a list. */
  readonly also: readonly ByteEdit[];
}

export interface Completion {
  readonly items: readonly CompletedOffer[];
  readonly hasMore: boolean;
}
