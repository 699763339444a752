import { GrowableOffsets } from './growable-offsets';

const quote = 0x22;
const comma = 0x2c;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** How often each line end stands between records. */
export interface LineEndCounts {
  readonly crlf: number;
  readonly lf: number;
  readonly cr: number;
}

/**
 * Where the records and fields of a CSV file lie, as byte offsets; no text is made. Records count from 0, the header
 * included. Field `f` of record `r` ends before `fieldEnds[f]`; it starts at `recordStarts[r]` if it is the record's
 * first, else one byte after the end of field `f - 1`. Quotes are part of these ranges: see `field.ts` for contents.
 */
export interface CsvScan {
  readonly bytes: Uint8Array;
  /** 3 after a byte order mark, else 0. */
  readonly textStart: number;
  readonly recordCount: number;
  readonly recordStarts: Uint32Array;
  /** The number of a record's first field; one entry more than there are records. */
  readonly firstFields: Uint32Array;
  readonly fieldEnds: Uint32Array;
  readonly lineEnds: LineEndCounts;
  /** Carriage returns without a line feed that stand inside unquoted text; they end no record. */
  readonly bareCarriageReturns: Uint32Array;
  /** Offsets of quotes in unquoted fields and of text after a closing quote, the first of each field. */
  readonly strayQuotes: Uint32Array;
  /** Offsets of opening quotes that nothing closes. */
  readonly unclosedQuotes: Uint32Array;
  /** Numbers of the fields with a stray or unclosed quote: their quotes are taken as they stand. */
  readonly malformedFields: ReadonlySet<number>;
  readonly hasNonAscii: boolean;
  readonly hasControlCharacters: boolean;
}

/**
 * Scans RFC 4180 text with a comma as delimiter. It never fails: every byte belongs to a record or a line end, and what
 * is wrong is noted beside them. CRLF and LF end a record, CR alone only where the file holds no LF at all. An opening
 * quote that is never closed, or whose closing quote stands in a later line with text after it, ends at its line's end,
 * so that the rest of the file is still read.
 */
export function scanCsv(bytes: Uint8Array): CsvScan {
  return new Scanner(bytes).run();
}

class Scanner {
  readonly #bytes: Uint8Array;
  readonly #textStart: number;
  readonly #carriageReturnEnds: boolean;
  readonly #recordStarts: GrowableOffsets;
  readonly #firstFields: GrowableOffsets;
  readonly #fieldEnds: GrowableOffsets;
  readonly #bareCarriageReturns = new GrowableOffsets(0);
  readonly #strayQuotes = new GrowableOffsets(0);
  readonly #unclosedQuotes = new GrowableOffsets(0);
  readonly #malformedFields = new Set<number>();
  #crlf = 0;
  #lf = 0;
  #cr = 0;
  #hasNonAscii = false;
  #hasControlCharacters = false;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#textStart = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    this.#carriageReturnEnds = !bytes.includes(lineFeed);
    const [recordBytes, fieldBytes] = averageSizes(bytes);
    this.#recordStarts = new GrowableOffsets(bytes.length / recordBytes);
    this.#firstFields = new GrowableOffsets(bytes.length / recordBytes);
    this.#fieldEnds = new GrowableOffsets(bytes.length / fieldBytes);
  }

  run(): CsvScan {
    let at = this.#textStart;
    while (at < this.#bytes.length) {
      this.#recordStarts.push(at);
      this.#firstFields.push(this.#fieldEnds.length);
      at = this.#scanRecord(at);
    }
    this.#firstFields.push(this.#fieldEnds.length);
    return {
      bytes: this.#bytes,
      textStart: this.#textStart,
      recordCount: this.#recordStarts.length,
      recordStarts: this.#recordStarts.finish(),
      firstFields: this.#firstFields.finish(),
      fieldEnds: this.#fieldEnds.finish(),
      lineEnds: { crlf: this.#crlf, lf: this.#lf, cr: this.#cr },
      bareCarriageReturns: this.#bareCarriageReturns.finish(),
      strayQuotes: this.#strayQuotes.finish(),
      unclosedQuotes: this.#unclosedQuotes.finish(),
      malformedFields: this.#malformedFields,
      hasNonAscii: this.#hasNonAscii,
      hasControlCharacters: this.#hasControlCharacters,
    };
  }

  /** Reads one record and returns where the next one starts. */
  #scanRecord(start: number): number {
    const bytes = this.#bytes;
    let at = start;
    for (;;) {
      at = bytes[at] === quote ? this.#scanQuoted(at) : this.#scanPlain(at, false);
      this.#fieldEnds.push(at);
      if (at >= bytes.length) return at;
      if (bytes[at] !== comma) return this.#passLineEnd(at);
      at++;
    }
  }

  #passLineEnd(at: number): number {
    if (this.#bytes[at] === lineFeed) {
      this.#lf++;
      return at + 1;
    }
    if (this.#bytes[at + 1] === lineFeed) {
      this.#crlf++;
      return at + 2;
    }
    this.#cr++;
    return at + 1;
  }

  /** Reads unquoted text up to the delimiter or line end and returns where that stands. */
  #scanPlain(start: number, quotesKnown: boolean): number {
    const bytes = this.#bytes;
    const length = bytes.length;
    let strayKnown = quotesKnown;
    let at = start;
    for (; at < length; at++) {
      const byte = bytes[at] ?? 0;
      if (byte > comma && byte < 0x7f) continue;
      if (byte === comma || byte === lineFeed) return at;
      if (byte === carriageReturn) {
        if (this.#carriageReturnEnds || bytes[at + 1] === lineFeed) return at;
        this.#bareCarriageReturns.push(at);
      } else if (byte === quote && !strayKnown) {
        strayKnown = true;
        this.#noteStrayQuote(at);
      } else if (byte < 0x20 || byte === 0x7f) this.#hasControlCharacters = true;
      else if (byte >= 0x80) this.#hasNonAscii = true;
    }
    return at;
  }

  /** Reads a quoted field and returns the place after its closing quote, where a delimiter or line end stands. */
  #scanQuoted(open: number): number {
    const bytes = this.#bytes;
    const length = bytes.length;
    let spansLines = false;
    for (let at = open + 1; at < length; at++) {
      const byte = bytes[at] ?? 0;
      if (byte > quote && byte < 0x7f) continue;
      if (byte === quote) {
        if (bytes[at + 1] !== quote) return this.#closeQuoted(open, at + 1, spansLines);
        at++;
      } else if (byte === lineFeed || byte === carriageReturn) spansLines = true;
      else if (byte < 0x20 || byte === 0x7f) this.#hasControlCharacters = true;
      else if (byte >= 0x80) this.#hasNonAscii = true;
    }
    return this.#giveUpQuote(open);
  }

  #closeQuoted(open: number, after: number, spansLines: boolean): number {
    const next = this.#bytes[after];
    if (next === undefined || next === comma || next === lineFeed) return after;
    const lineEnds =
      next === carriageReturn && (this.#carriageReturnEnds || this.#bytes[after + 1] === lineFeed);
    if (lineEnds) return after;
    if (spansLines) return this.#giveUpQuote(open);
    this.#noteStrayQuote(after);
    return this.#scanPlain(after, true);
  }

  #giveUpQuote(open: number): number {
    this.#unclosedQuotes.push(open);
    this.#malformedFields.add(this.#fieldEnds.length);
    return this.#scanPlain(open + 1, true);
  }

  #noteStrayQuote(at: number): void {
    this.#strayQuotes.push(at);
    this.#malformedFields.add(this.#fieldEnds.length);
  }
}

/** Bytes per record and per field in the first 64 KiB, for sizing the lists; a little low, so that they rarely grow. */
function averageSizes(bytes: Uint8Array): readonly [number, number] {
  const sample = bytes.subarray(0, 65_536);
  let records = 1;
  let fields = 1;
  for (const byte of sample) {
    if (byte === lineFeed) records++;
    else if (byte === comma) fields++;
  }
  const size = Math.max(sample.length, 1) * 0.98;
  return [Math.max(size / records, 1), Math.max(size / (fields + records), 1)];
}
