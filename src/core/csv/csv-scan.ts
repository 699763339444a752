/** How often each line end stands between records. */
export interface LineEndCounts {
  readonly crlf: number;
  readonly lf: number;
  readonly cr: number;
}

/** Where the fields of records lie. Of a file that has not been edited they are found when somebody asks. */
export interface FieldPlaces {
  /** The number of a record's first field; one entry more than there are records. */
  readonly firstFields: Uint32Array;
  /** Made for the whole file at the first look: who asks about some records has what follows. */
  readonly fieldEnds: Uint32Array;
  /** How many fields a record has. */
  readonly countOf: (record: number) => number;
  /** Where the fields of a record end: its part of `fieldEnds`. */
  readonly endsOf: (record: number) => Uint32Array;
  /** Where a record's last field ends. */
  readonly endOf: (record: number) => number;
}

/**
 * Where the records and fields of a CSV file lie, as byte offsets; no text is made. Records count from 0, the header
 * included. Field `f` of record `r` ends before `fieldEnds[f]`; it starts at `recordStarts[r]` if it is the record's
 * first, else one byte after the end of field `f - 1`. Quotes are part of these ranges: see `field.ts` for contents.
 */
export interface CsvScan extends FieldPlaces {
  readonly bytes: Uint8Array;
  /** 3 after a byte order mark, else 0. */
  readonly textStart: number;
  readonly recordCount: number;
  readonly recordStarts: Uint32Array;
  /** How many records after the header are blank or have another number of fields than it. */
  readonly oddRecords: number;
  readonly lineEnds: LineEndCounts;
  /** Carriage returns without a line feed that stand inside unquoted text; they end no record. */
  readonly bareCarriageReturns: Uint32Array;
  /** Offsets of quotes in unquoted fields and of text after a closing quote, the first of each field. */
  readonly strayQuotes: Uint32Array;
  /** Offsets of opening quotes that nothing closes. */
  readonly unclosedQuotes: Uint32Array;
  /** For each of them the offset up to which the file was searched for a closing quote. */
  readonly quoteSearches: Uint32Array;
  /** Numbers of the fields with a stray or unclosed quote: their quotes are taken as they stand. */
  readonly malformedFields: ReadonlySet<number>;
  /** These three are exact after a scan; they may stay true after an edit that has taken the last such byte away. */
  readonly hasNonAscii: boolean;
  /** Line breaks are none. */
  readonly hasControlCharacters: boolean;
  /** Whether a well-formed quoted field holds a line break. */
  readonly hasLineBreaks: boolean;
}
