// Runs: records one after the other whose fields in one column have the same content. A scanner says of each run what there is to
// know of its content, in four words of 32 bits; src/kernel/fields.ts writes them.

/** The words of a run. */
export const runSize = 4;
/** The hash of the content: see `field-kind.ts`. */
export const hashAt = 0;
/** Where the content of the first record's field starts in the file, after its quote. */
export const startAt = 1;
/** The length of the content in bytes, or `missing`. */
export const lengthAt = 2;
/** The first record, counted from the batch's first, in the upper 24 bits; in the lower 8 the kind of the content. */
export const recordAt = 3;

/** No more columns than this are described. */
export const mostColumns = 64;

/** Stands for the length where records have no such field, or are blank. */
export const missing = 0xffff_ffff;

/** Records that have just been read, with the runs of their columns. Valid until the next ones are read. */
export interface RecordBatch {
  readonly firstRecord: number;
  readonly count: number;
  /** The runs of all columns, each column's at a place of its own; together they make up all of the records. */
  readonly runs: Uint32Array;
  /** How many words lie between the first runs of two columns. */
  readonly columnSize: number;
  /** How many runs each column has. */
  readonly runCounts: Uint32Array;
}

/** Takes the records of a file, the header left out, while it is scanned. */
export interface RecordSink {
  /** Told first: how many fields the header has that will be described, and how many records there are, more or less. */
  begin(width: number, records: number): void;
  take(batch: RecordBatch): void;
}
