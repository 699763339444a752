import type { Sentence } from '../text/say';

/** What would happen to the records of a file. Only records count that are in force: whole, with an id, and not marked as deleted. */
export interface FileCounts {
  readonly file: string;
  /** What one record is, in a word. */
  readonly recordName: string;
  readonly before: number;
  readonly after: number;
  readonly created: number;
  /** With another value in some field but the date of the last change, or without the values of a column that is gone. */
  readonly changed: number;
  /** No longer there, or marked as deleted; people under a new id are among them. */
  readonly removed: number;
}

/** What would happen to the records of one school. A person of two schools counts in both. */
export interface SchoolCounts {
  readonly id: string;
  readonly name: string;
  /** Whether the school itself is removed. */
  readonly isGone: boolean;
  readonly files: readonly FileCounts[];
}

/** What would happen, as plain data. */
export interface GateCounts {
  readonly files: readonly FileCounts[];
  /** Schools and other organizations that have records, those with most removals first. */
  readonly schools: readonly SchoolCounts[];
  /** How many people there were. */
  readonly people: number;
  /** How many of them are there under a new id. */
  readonly renamed: number;
  /** All records that would be removed. */
  readonly removed: number;
}

/** Why a delivery has to be confirmed. */
export type ReasonCode =
  | 'first-delivery'
  | 'emptied'
  | 'school-gone'
  | 'removed'
  | 'removed-of-school'
  | 'new-ids'
  | 'changed'
  | 'not-comparable'
  | 'blackout';

export interface GateReason {
  readonly code: ReasonCode;
  /** In plain words, as one sentence in English. */
  readonly message: string;
  /** The same, as it can be said in other languages. */
  readonly sentence: Sentence;
  readonly file?: string;
  /** The school's id. */
  readonly school?: string;
  readonly count?: number;
  /** How many there were of what `count` counts. */
  readonly total?: number;
  /** The percentage that was passed. */
  readonly limit?: number;
}

/** What the change gate has to say of a delivery. */
export interface GateVerdict {
  /** The gravest first; none where it may go. */
  readonly reasons: readonly GateReason[];
  readonly counts: GateCounts;
}

/** What a reader may agree to beforehand. */
export interface Agreed {
  /** How many records may be removed. */
  readonly removals?: number | undefined;
  /** Whether this may be the first delivery. */
  readonly first?: boolean | undefined;
}

/** Reasons that come of removals, and so are covered by somebody who has agreed to as many. */
const removalReasons: ReadonlySet<ReasonCode> = new Set([
  'emptied',
  'school-gone',
  'removed',
  'removed-of-school',
  'new-ids',
]);

/** The reasons that are left where something has been agreed to beforehand. */
export function reasonsLeft({ reasons, counts }: GateVerdict, agreed: Agreed): readonly GateReason[] {
  const { removals = -1, first = false } = agreed;
  return reasons.filter(({ code }) => {
    if (code === 'first-delivery') return !first;
    return !removalReasons.has(code) || counts.removed > removals;
  });
}
