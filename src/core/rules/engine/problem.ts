import type { Severity } from '../../spec/types';

/** A place in a file of the roster: bytes `start` to `end` (exclusive). Without a file it is the roster as a whole. */
export interface Place {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  /** The record as a spreadsheet numbers it: the header is 1. */
  readonly record?: number;
  /** The column's name. */
  readonly field?: string;
  /** The text at the place, where it is a field or an item of one. */
  readonly value?: string;
}

/** Another place that has to do with a problem. */
export interface RelatedPlace extends Place {
  readonly message: string;
}

/** Values for the placeholders of a message, kept with the problem so that fixes need not read prose. */
export type MessageData = Readonly<Record<string, string | number>>;

/** What a rule reports. Plain data: it crosses processes, and fixes are worked out from it when they are asked for. */
export interface Problem extends Place {
  readonly rule: string;
  readonly severity: Severity;
  /** Which of the rule's messages it is. */
  readonly messageId: string;
  readonly data: MessageData;
  readonly message: string;
  /** What it has in common with other problems of its rule and severity, which are shown as one where not every place is listed. */
  readonly group?: string;
  /** The number of places that this problem stands for. */
  readonly count: number;
  readonly related: readonly RelatedPlace[];
}

/** True totals, whatever is listed: every place counts. */
export interface Totals {
  readonly error: number;
  readonly warning: number;
  readonly information: number;
  readonly byRule: Readonly<Record<string, number>>;
}
