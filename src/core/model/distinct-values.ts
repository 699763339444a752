/** The code of the empty value, whether it occurs or not. */
export const emptyCode = 0;

/** Stands in `codes` for a record that has no such field. */
export const noField = 0xffff_ffff;

/**
 * One column, each value held once: `codes[r]` is the value of record `r` (the header is record 0 and has none). What
 * is true of a value is worked out once per code, however many records have it. Every code but `emptyCode` has a record.
 */
export interface DistinctValues {
  /** The file that the values stand in. */
  readonly bytes: Uint8Array;
  /** The number of codes, the empty value included. */
  readonly size: number;
  readonly codes: Uint32Array;
  /** What is true of any of the values: the bits of their kinds, all of them (see `field-kind.ts`). */
  readonly kinds: number;
  /** The length of the longest value, in bytes. After an edit it may be one that is gone. */
  readonly longest: number;
  /** The length of the shortest value but the empty one; as for the longest, it may be gone. */
  readonly shortest: number;
  /** The content bytes of a code's first occurrence, without quotes; the end is exclusive. */
  start(code: number): number;
  end(code: number): number;
  /** The record of a code's first occurrence. */
  firstRecord(code: number): number;
  /** The bits of a value's kind: see `field-kind.ts`. */
  kind(code: number): number;
  /** Rises with each edit that changes values of the column. */
  readonly revision: number;
  /** Whether a code stood for another value, or for none, at an earlier revision. */
  hasChangedSince(code: number, revision: number): boolean;
  text(code: number): string;
  /** The records that have another value than the one before, the first one with it: where runs of one value begin. */
  runStarts(): Uint32Array;
  /** The code of the value in `bytes`, which may belong to another file, or -1. */
  find(bytes: Uint8Array, start: number, end: number): number;
  /** The code of a value of another column, or -1. */
  findValue(values: DistinctValues, code: number): number;
}

/** The codes of all values but the empty one, in the order of their first records. Edits leave codes in no order. */
export function codesInOrder(values: DistinctValues): Uint32Array {
  const codes = new Uint32Array(values.size - 1);
  for (let code = 1; code < values.size; code++) codes[code - 1] = code;
  return values.revision === 0 ? codes : codes.sort((a, b) => values.firstRecord(a) - values.firstRecord(b));
}
